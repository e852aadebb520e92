package coop.parasol.portal.partner;

import coop.parasol.portal.page.FormFields;
import coop.parasol.portal.page.UploadedText;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;

/**
 * The fields of an order form as they were sent; the lines of its files stand below what was pasted.
 *
 * @param flaw of a file, which its sender has to know
 */
record OrderFormWithFile(MultivaluedMap<String, String> fields, UploadedText.Flaw flaw) {

    static OrderFormWithFile of(MultipartFormDataInput sent) throws IOException {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        StringBuilder files = new StringBuilder();
        UploadedText.Flaw flaw = UploadedText.Flaw.NONE;
        for (var field : sent.getValues().entrySet()) {
            for (FormValue value : field.getValue()) {
                if (!value.isFileItem()) {
                    fields.add(field.getKey(), value.getValue());
                } else if (isChosen(value)) {
                    UploadedText read = read(value);
                    files.append(read.text()).append('\n');
                    flaw = read.flaw() == UploadedText.Flaw.NONE ? flaw : read.flaw();
                }
            }
        }
        if (!files.toString().isBlank()) {
            fields.putSingle("pasted", Objects.requireNonNullElse(fields.getFirst("pasted"), "") + '\n' + files);
        }
        return new OrderFormWithFile(fields, flaw);
    }

    /** Browsers send a file without a name where none was chosen. */
    private static boolean isChosen(FormValue file) {
        return file.getFileName() != null && !file.getFileName().isEmpty();
    }

    private static UploadedText read(FormValue file) throws IOException {
        try (InputStream content = file.getFileItem().getInputStream()) {
            return UploadedText.of(content.readNBytes(UploadedText.MAX_BYTES + 1));
        }
    }

    /** Says at the file's field what is wrong with it. */
    void refuse(FormFields form, OrderEntryMessages words) {
        switch (flaw) {
            case NONE -> {}
            case EMPTY -> form.refuse("file", words.fileEmpty());
            case TOO_LARGE -> form.refuse("file", words.fileTooLarge());
            case WORKBOOK -> form.refuse("file", words.fileIsWorkbook());
            case UTF_16 -> form.refuse("file", words.fileIsUtf16());
            case NOT_UTF_8 -> form.refuse("file", words.fileNotUtf8());
        }
    }
}
