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
 * How root runs a program that refuses to run as root: in a user namespace, where root has no privileges; where
 * containers forbid that, as the user nobody, who then owns the program's data.
 *
 * @param prefix what precedes the command
 * @param owner numeric user and group that own the data, -1 to leave the owner as it is
 */
record UnprivilegedUser(List<String> prefix, int owner) {

    private static final int ROOT = 0;
    private static final int NOBODY = 65534;
    private static final UnprivilegedUser CURRENT_USER = new UnprivilegedUser(List.of(), -1);
    private static final UnprivilegedUser NAMESPACE = new UnprivilegedUser(List.of("unshare", "-U"), ROOT);
    private static final UnprivilegedUser SETPRIV = new UnprivilegedUser(
            List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups"), NOBODY);

    static UnprivilegedUser choose() {
        return choose("root".equals(System.getProperty("user.name")), UnprivilegedUser::succeeds);
    }

    /**
     * @param root whether this program runs as root
     * @param succeeds whether a command ends with exit status 0
     * @throws OperatorException if root can use neither way
     */
    static UnprivilegedUser choose(boolean root, Predicate<List<String>> succeeds) {
        if (!root) {
            return CURRENT_USER;
        }
        return Stream.of(NAMESPACE, SETPRIV)
                .filter(way -> succeeds.test(way.command(List.of("true"))))
                .findFirst()
                .orElseThrow(
                        () -> new OperatorException(
                                "PostgreSQL refuses to run as root, and here root can neither create user namespaces (unshare -U)"
                                        + " nor switch to another user (setpriv, of util-linux)."
                                        + "\nWhat to do: run ./parasol as another user, in a folder that belongs to that user."));
    }

    List<String> command(List<String> command) {
        return Stream.concat(prefix.stream(), command.stream()).toList();
    }

    /**
     * Gives a file or folder to the user as whom the command runs.
     *
     * @param home folder whose subfolders may be opened for traversal
     * @param needed files and folders that the command has to read
     */
    void grantAccess(Path home, Path given, List<Path> needed) {
        if (owner < 0) {
            return;
        }
        try {
            changeOwner(given);
            if (owner == NOBODY) {
                for (Path folder = given.getParent();
                        folder != null && folder.startsWith(home);
                        folder = folder.getParent()) {
                    allowTraversal(folder);
                }
                for (Path file : needed) {
                    requireReadable(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void changeOwner(Path given) throws IOException {
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

    private static void allowTraversal(Path folder) throws IOException {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(folder);
        if (mode.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(folder, mode);
        }
    }

    private void requireReadable(Path needed) throws IOException {
        if (!succeeds(command(List.of("test", "-r", needed.toString())))) {
            throw new OperatorException(
                    "PostgreSQL refuses to run as root; here it runs as the user nobody, who cannot read " + needed
                            + "." + closedFolderAbove(needed)
                            + "\nWhat to do: let other users enter that folder (chmod o+x), move the checkout to a folder that everybody"
                            + " may enter, such as /srv, or run ./parasol as another user.");
        }
    }

    private static String closedFolderAbove(Path needed) throws IOException {
        for (int names = 1; names < needed.getNameCount(); names++) {
            Path folder = Path.of("/").resolve(needed.subpath(0, names));
            if (!Files.getPosixFilePermissions(folder).contains(PosixFilePermission.OTHERS_EXECUTE)) {
                return " The closed folder is " + folder + ".";
            }
        }
        return "";
    }

    private static boolean succeeds(List<String> command) {
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
