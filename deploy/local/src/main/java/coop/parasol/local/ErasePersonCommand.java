package coop.parasol.local;

import com.fasterxml.jackson.databind.JsonNode;
import coop.parasol.contracts.PrintableText;
import coop.parasol.local.client.ApiUser;
import coop.parasol.local.client.ParasolApi;
import coop.parasol.local.servers.Component;
import coop.parasol.local.servers.Installation;
import java.util.UUID;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Erases what is personal of a firm that has left, and shows what the law makes the firm keep. */
@Command(
        name = "erase-person",
        description = {
            "Show what is personal of a member that has left or was refused and what the law makes the firm keep; with"
                    + " --yes erase the rest, in every service. Nothing brings it back.",
            "You sign in as a registrar."
        })
final class ErasePersonCommand implements Callable<Integer> {

    private static final int NOT_NOW = 2;

    @Parameters(paramLabel = "MEMBER", description = "The member's id.")
    private UUID memberId = new UUID(0, 0);

    @Option(names = "--yes", description = "Erase it.")
    private boolean yes;

    @Mixin
    private SignInOptions signIn = new SignInOptions();

    @Override
    public Integer call() {
        Installation installation = Parasol.installation();
        ApiUser registrar = signIn.caller(installation, new ParasolApi(installation, System.err::println), "rekha");
        String path = "/members/" + memberId + "/erasure";
        JsonNode report = registrar.get(Component.MEMBERSHIP, path);
        if (report.hasNonNull("objection")) {
            print(report);
            System.out.println(
                    report.path("objection").asText().equals("STILL_OWED")
                            ? "Something is still owed: nothing is erased before all is paid."
                            : "The member has not left: nothing is erased.");
            return NOT_NOW;
        }
        if (!yes) {
            print(report);
            System.out.println("Nothing was erased. To erase it: ./parasol erase-person " + memberId + " --yes");
            return 0;
        }
        JsonNode done = registrar.post(Component.MEMBERSHIP, path, null);
        done.path("erased")
                .forEach(part -> System.out.println(
                        "erased: " + PrintableText.of(part.path("what").asText()) + " ("
                                + part.path("rows").asInt() + ")"));
        printKept(done);
        System.out.println("The other services erase it when they hear of it, and Keycloak forgets the account.");
        return 0;
    }

    private static void print(JsonNode report) {
        report.path("erasable").forEach(what -> System.out.println("to erase: " + PrintableText.of(what.asText())));
        printKept(report);
    }

    private static void printKept(JsonNode report) {
        report.path("kept")
                .forEach(what -> System.out.println("kept by law until "
                        + report.path("keptUntil").asText() + ": " + PrintableText.of(what.asText())));
    }
}
