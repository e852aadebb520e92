package coop.parasol.quality.attachment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file's name leads nowhere, breaks nothing, and tells what the file is. */
class FileNameTest {

    @ParameterizedTest
    @CsvSource({
        "dent.png, dent.png",
        "dent.html, dent.png",
        "dent.png.exe, dent.png.png",
        "../../etc/passwd, passwd.png",
        "..\\..\\windows\\system32\\cmd.exe, cmd.png",
        "/dev/null, null.png",
        "., none.png",
        "..., none.png",
        "'', none.png",
        "'   ', none.png",
        ".htaccess, htaccess.png",
        "con, _con.png",
        "LPT1.txt, _LPT1.png",
        "unit 17 – रंग दोष 🪔.jpeg, unit 17 – रंग दोष 🪔.png",
        "a;b`c$d&e, a_b_c_d_e.png",
        "50%.png, 50_.png"
    })
    void a_name_is_cleaned(String typed, String kept) {
        assertThat(FileName.of(typed, FileType.PNG, "none")).isEqualTo(kept);
    }

    @Test
    void line_ends_and_characters_that_nobody_sees_are_left_out() {
        assertThat(FileName.of("a\r\nSet-Cookie: x=1", FileType.PDF, "none")).isEqualTo("a Set-Cookie_ x=1.pdf");
        assertThat(FileName.of("photo\u202Egnp.exe", FileType.JPEG, "none")).isEqualTo("photognp.jpg");
        assertThat(FileName.of("a\u200Bb\uFEFF\u0007\u2028c\uD800", FileType.JPEG, "none"))
                .isEqualTo("ab c.jpg");
    }

    @Test
    void a_huge_name_is_cut_between_characters() {
        assertThat(FileName.of("x".repeat(100_000), FileType.JPEG, "none"))
                .hasSize(FileName.MAX_CHARACTERS)
                .endsWith("x.jpg");
        String lamps = FileName.of("x" + "🪔".repeat(1000), FileType.PNG, "none");
        assertThat(lamps.length()).isEqualTo(FileName.MAX_CHARACTERS - 1);
        assertThat(new String(lamps.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(lamps);
    }

    @Test
    void the_header_is_plain_ASCII_whatever_the_name() {
        assertThat(FileName.contentDisposition("दोष 1.png"))
                .isEqualTo("attachment; filename=\"___ 1.png\"; filename*=UTF-8''"
                        + "%E0%A4%A6%E0%A5%8B%E0%A4%B7%201.png");
        Random random = new Random(6266);
        for (int i = 0; i < 2000; i++) {
            StringBuilder typed = new StringBuilder();
            random.ints(random.nextInt(1, 60), 0, Character.MAX_CODE_POINT).forEach(typed::appendCodePoint);
            String name = FileName.of(typed.toString(), FileType.PNG, "none");

            assertThat(name).endsWith(".png").doesNotContainPattern("[\\p{Cntrl}/\\\\\"]");
            assertThat(FileName.contentDisposition(name))
                    .matches("attachment; filename=\"[ A-Za-z0-9._-]+\"; filename\\*=UTF-8''[%A-Za-z0-9._-]+");
        }
    }
}
