package coop.parasol.local;

import coop.parasol.local.client.Json;
import coop.parasol.local.maven.Notice;
import coop.parasol.local.servers.OperatorException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Writes the file NOTICE; the script builds the bill of materials before. */
@Command(
        name = "notice",
        description = "Write the bill of materials (target/bom.json) and the licences of it (NOTICE).")
final class NoticeCommand implements Callable<Integer> {

    @Override
    public Integer call() throws IOException {
        Path billOfMaterials = Parasol.root().resolve("target/bom.json");
        if (!Files.exists(billOfMaterials)) {
            throw new OperatorException(
                    "There is no " + billOfMaterials + ".\nWhat to do: run ./parasol notice, which builds it.");
        }
        Path notice = Parasol.root().resolve("NOTICE");
        Files.writeString(notice, Notice.text(Json.read(Files.readString(billOfMaterials))));
        System.out.println("Written: " + billOfMaterials + ", " + notice);
        return 0;
    }
}
