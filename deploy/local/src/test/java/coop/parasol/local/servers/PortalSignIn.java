package coop.parasol.local.servers;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person's sign-in at the portal as a browser does it: authorization code flow with a proof key (RFC 7636). */
final class PortalSignIn {

    static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-as-rfc-7636-wants-it";

    private static final int FOUND = 302;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final TestRealm realm;
    private final HttpClient browser;

    PortalSignIn(TestRealm realm, HttpClient browser) {
        this.realm = realm;
        this.browser = browser;
    }

    /** The page that asks for name and password, or the redirection that refuses. */
    HttpResponse<String> begin(Map<String, String> proofKey) {
        Map<String, String> query = new HashMap<>(Map.of(
                "client_id",
                "parasol-portal",
                "response_type",
                "code",
                "scope",
                "openid",
                "redirect_uri",
                TestRealm.ORIGIN + "/signed-in"));
        query.putAll(proofKey);
        StringBuilder address = new StringBuilder(realm.url("/protocol/openid-connect/auth?"));
        query.forEach((name, value) ->
                address.append(name).append('=').append(TestRealm.encode(value)).append('&'));
        return TestRealm.send(
                browser, HttpRequest.newBuilder(URI.create(address.toString())).build());
    }

    /** Fills in the form of a page. */
    HttpResponse<String> submit(HttpResponse<String> page, Map<String, String> fields) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form in " + page.statusCode() + " " + page.body());
        }
        return TestRealm.send(
                browser, TestRealm.form(TestRealm.behind(form.group(1).replace("&amp;", "&")), fields));
    }

    /** The code that the redirection carries. */
    String code(HttpResponse<String> redirection) {
        String location = redirection.headers().firstValue("Location").orElseThrow();
        Matcher code = Pattern.compile("[?&]code=([^&]+)").matcher(location);
        if (!code.find()) {
            throw new AssertionError("no code in " + location);
        }
        return code.group(1);
    }

    HttpResponse<String> exchange(String code, String verifier) {
        return realm.token(
                browser,
                Map.of(
                        "client_id",
                        "parasol-portal",
                        "client_secret",
                        TestRealm.PORTAL_SECRET,
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        TestRealm.ORIGIN + "/signed-in",
                        "code_verifier",
                        verifier));
    }

    /** The whole way; a browser that is signed in already is not asked again. */
    HttpResponse<String> signIn(String user, String password) {
        HttpResponse<String> page = begin(proofKey());
        HttpResponse<String> redirection =
                page.statusCode() == FOUND ? page : submit(page, Map.of("username", user, "password", password));
        return exchange(code(redirection), VERIFIER);
    }

    static Map<String, String> proofKey() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
            return Map.of(
                    "code_challenge",
                    Base64.getUrlEncoder().withoutPadding().encodeToString(digest),
                    "code_challenge_method",
                    "S256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
