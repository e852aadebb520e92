package coop.parasol.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignaturesTest {

    @Test
    void a_generic_type_keeps_its_arguments() {
        assertThat(Signatures.parse("Lcoop/parasol/web/Page<Ljava/util/List<Ljava/util/UUID;>;>;"))
                .hasToString("coop.parasol.web.Page<java.util.List<java.util.UUID>>");
    }

    @Test
    void bytes_are_an_array_of_a_primitive() {
        assertThat(Signatures.parse("[B")).hasToString("byte[]");
    }
}
