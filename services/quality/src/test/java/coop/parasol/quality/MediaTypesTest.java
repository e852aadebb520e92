package coop.parasol.quality;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URL;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The API's description names what is really sent. */
@QuarkusTest
class MediaTypesTest {

    @TestHTTPResource(value = "/openapi?format=json", management = true)
    URL description;

    @Test
    void the_description_names_the_media_types_of_everything_that_is_not_JSON() {
        JsonPath api = given().get(description).then().statusCode(200).extract().jsonPath();

        assertThat(types(api, "/batches/{batchId}/attachments/{attachmentId}"))
                .containsExactlyInAnyOrder("image/jpeg", "image/png", "application/pdf");
        assertThat(types(api, "/certificates/{number}"))
                .containsExactlyInAnyOrder("application/json", "text/html", "application/jose");
        assertThat(types(api, "/certificates/{number}/qr")).containsExactly("image/svg+xml");
        assertThat(types(api, "/certificates/{number}/print")).containsExactly("application/pdf");
        assertThat(types(api, "/certificates/{number}/labels")).containsExactly("application/pdf");
        assertThat(types(api, "/.well-known/jwks.json")).containsExactly("application/json");
    }

    private static Set<String> types(JsonPath api, String path) {
        Map<String, Object> content = api.getMap("paths.'" + path + "'.get.responses.'200'.content");
        return content.keySet();
    }
}
