package coop.parasol.local.servers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How root runs a program that refuses to run as root: in a user namespace of its own, where root is nobody in particular;
 * where containers forbid that, as the user nobody, to whom its data then belongs.
 *
 * @param prefix what stands before the command
 * @param owner numeric user and group of the data, -1 to leave them
 */
record Unprivileged(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final Unprivileged AS_WE_ARE = new Unprivileged(List.of(), -1);
    private static final Unprivileged NAMESPACE = new Unprivileged(List.of("unshare", "-U"), ROOT);
    private static final Unprivileged SETPRIV =
            new Unprivileged(List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    static Unprivileged choose() {
        return choose("root".equals(System.getProperty("user.name")), Unprivileged::works);
    }

    /**
     * @param works whether a command ends with success
     * @throws Trouble if there is no way
     */
    static Unprivileged choose(boolean root, Predicate<List<String>> works) {
        if (!root) {
            return AS_WE_ARE;
        }
        return Stream.of(NAMESPACE, SETPRIV)
                .filter(way -> works.test(way.command(List.of("true"))))
                .findFirst()
                .orElseThrow(() -> new Trouble(
                        "PostgreSQL does not run as root, and here root can neither make user namespaces (unshare -U)"
                                + " nor become another user (setpriv, of util-linux)."
                                + "\nWhat to do: run ./parasol as another user, from a folder that is that user's."));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /**
     * Gives files to whom the command runs as.
     *
     * @param home may be opened for it, as far as entering goes
     * @param needed files and folders under the home, or readable by everybody
     */
    void give(Path home, Path given, List<Path> needed) {
        if (owner < 0) {
            return;
        }
        try {
            own(given);
            if (owner == NOBODY) {
                for (Path folder = given.getParent();
                        folder != null && folder.startsWith(home);
                        folder = folder.getParent()) {
                    letEnter(folder);
                }
                for (Path file : needed) {
                    requireReach(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void own(Path given) throws IOException {
        if (!Files.exists(given) || Integer.valueOf(owner).equals(Files.getAttribute(given, "unix:uid"))) {
            return;
        }
        try (Stream<Path> all = Files.walk(given)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                Files.setAttribute(file, "unix:uid", owner);
                Files.setAttribute(file, "unix:gid", owner);
            }
        }
    }

    private static void letEnter(Path folder) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder, mode);
        }
    }

    private void requireReach(Path needed) throws IOException {
        if (!works(command(List.of("test", "-r", needed.toString())))) {
            throw new Trouble(
                    "PostgreSQL does not run as root; here it runs as the user nobody, who cannot reach " + needed
                            + "." + closed(needed)
                            + "\nWhat to do: let others enter that folder (chmod o+x), move the checkout to a folder that everybody"
                            + " may enter, such as /srv, or run ./parasol as another user.");
        }
    }

    private static String closed(Path needed) throws IOException {
        for (int names = 1; names < needed.getNameCount(); names++) {
            Path folder = Path.of("/").resolve(needed.subpath(0, names));
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return " The closed folder is " + folder + ".";
            }
        }
        return "";
    }

    private static boolean works(List<String> command) {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
