package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import java.io.StringWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * A payment run as the bank takes it: ISO 20022 pain.001.001.09, one payment information, one transfer per payable. The same run
 * is the same file, to the byte; the bank refuses a message id that it knows.
 */
final class CreditTransferFile {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
    private static final int MAX_TEXT_LENGTH = 140;

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter xml;

    private CreditTransferFile() throws XMLStreamException {
        xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** @param endToEndId comes back on the bank's statement */
    record Transfer(UUID endToEndId, Money amount, String creditor, String iban, String remittance) {}

    /**
     * @param at when the run was approved
     * @param executionDay the firm's day on which the bank is asked to pay
     * @param iban the firm's
     * @param transfers at least one, all in one currency
     */
    static String of(
            UUID run,
            Instant at,
            LocalDate executionDay,
            String name,
            String iban,
            @Nullable String bic,
            List<Transfer> transfers) {
        try {
            CreditTransferFile file = new CreditTransferFile();
            file.write(run, at, executionDay, name, iban, bic, transfers);
            return file.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** At most 35 characters, as ISO 20022 wants an identification: the id without its hyphens. */
    static String id(UUID id) {
        return id.toString().replace("-", "");
    }

    private void write(
            UUID run,
            Instant at,
            LocalDate executionDay,
            String name,
            String iban,
            @Nullable String bic,
            List<Transfer> transfers)
            throws XMLStreamException {
        Money sum = transfers.stream().map(Transfer::amount).reduce(Money::plus).orElseThrow();
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("Document");
        xml.writeDefaultNamespace(NAMESPACE);
        xml.writeStartElement("CstmrCdtTrfInitn");
        xml.writeStartElement("GrpHdr");
        element("MsgId", id(run));
        element("CreDtTm", at.truncatedTo(ChronoUnit.SECONDS).toString());
        totals(transfers.size(), sum);
        path(clean(name, MAX_TEXT_LENGTH), "InitgPty", "Nm");
        xml.writeEndElement();
        xml.writeStartElement("PmtInf");
        element("PmtInfId", id(run));
        element("PmtMtd", "TRF");
        totals(transfers.size(), sum);
        path(executionDay.toString(), "ReqdExctnDt", "Dt");
        path(clean(name, MAX_TEXT_LENGTH), "Dbtr", "Nm");
        path(iban, "DbtrAcct", "Id", "IBAN");
        if (bic == null) {
            path("NOTPROVIDED", "DbtrAgt", "FinInstnId", "Othr", "Id");
        } else {
            path(bic, "DbtrAgt", "FinInstnId", "BICFI");
        }
        for (Transfer transfer : transfers) {
            write(transfer);
        }
        xml.writeEndDocument();
        xml.close();
    }

    private void write(Transfer transfer) throws XMLStreamException {
        xml.writeStartElement("CdtTrfTxInf");
        path(id(transfer.endToEndId()), "PmtId", "EndToEndId");
        xml.writeStartElement("Amt");
        xml.writeStartElement("InstdAmt");
        xml.writeAttribute("Ccy", transfer.amount().currency());
        xml.writeCharacters(transfer.amount().amount());
        xml.writeEndElement();
        xml.writeEndElement();
        path(clean(transfer.creditor(), MAX_TEXT_LENGTH), "Cdtr", "Nm");
        path(transfer.iban(), "CdtrAcct", "Id", "IBAN");
        path(clean(transfer.remittance(), MAX_TEXT_LENGTH), "RmtInf", "Ustrd");
        xml.writeEndElement();
    }

    private void totals(int transfers, Money sum) throws XMLStreamException {
        element("NbOfTxs", Integer.toString(transfers));
        element("CtrlSum", sum.amount());
    }

    private void path(String value, String... names) throws XMLStreamException {
        for (int i = 0; i < names.length - 1; i++) {
            xml.writeStartElement(names[i]);
        }
        element(names[names.length - 1], value);
        for (int i = 0; i < names.length - 1; i++) {
            xml.writeEndElement();
        }
    }

    private void element(String name, String value) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(value);
        xml.writeEndElement();
    }

    /** What XML cannot carry is a blank. */
    private static String clean(String value, int maxLength) {
        String clean = value.replaceAll("[^\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]", " ")
                .strip();
        int end = clean.offsetByCodePoints(0, Math.min(maxLength, clean.codePointCount(0, clean.length())));
        return clean.isEmpty() ? "-" : clean.substring(0, end);
    }
}
