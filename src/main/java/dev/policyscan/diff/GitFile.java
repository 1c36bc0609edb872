package dev.policyscan.diff;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads files as git keeps them, named as git names them: {@code HEAD~2:docs/privacy.md}, {@code :privacy.md} for the staged one. */
public final class GitFile {
    private GitFile() {}

    /** Whether a name can be one of git's rather than a file's or a web address. */
    public static boolean isOne(String name) {
        int colon = name.lastIndexOf(':');
        return colon >= 0 && colon < name.length() - 1 && !name.startsWith("-") && !name.contains("://");
    }

    /** The path within a name of git. */
    public static String path(String name) {
        String path = name.substring(name.lastIndexOf(':') + 1);
        return path.startsWith("./") ? path.substring(2) : path;
    }

    /**
     * Reads a file of the repository that the current folder is in.
     *
     * @throws SourceException if git is not there or does not know the file
     */
    public static Source read(String name) throws SourceException {
        Result result = run("cat-file", "blob", name);
        if (result.code() != 0) {
            throw new SourceException("no such file, and git does not know it (" + result.said() + "); check the revision and the path");
        }
        return Source.of(name, result.out());
    }

    /**
     * Whether git has the file.
     *
     * @throws SourceException if git is not there, or the current folder is in no repository
     */
    public static boolean has(String name) throws SourceException {
        Result inside = run("rev-parse", "--git-dir");
        if (inside.code() != 0) {
            throw new SourceException("git cannot look for it (" + inside.said() + "); change to a folder of a repository");
        }
        return run("cat-file", "-e", name).code() == 0;
    }

    private record Result(int code, byte[] out, String said) {}

    private static Result run(String... arguments) throws SourceException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            Process git = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.PIPE).start();
            git.getOutputStream().close();
            // Read beside the output, so that neither pipe fills up and blocks.
            ByteArrayOutputStream complaints = new ByteArrayOutputStream();
            Thread reader = new Thread(() -> copy(git.getErrorStream(), complaints));
            reader.setDaemon(true);
            reader.start();
            byte[] out = git.getInputStream().readNBytes(Source.MAX_BYTES + 1);
            git.getInputStream().close();
            int code = git.waitFor();
            reader.join();
            String said = complaints.toString(StandardCharsets.UTF_8).lines().findFirst().orElse("no reason given");
            return new Result(code, out, said.startsWith("fatal: ") ? said.substring(7) : said);
        } catch (IOException e) {
            throw new SourceException("no such file, and there is no git to ask; check the name", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SourceException("interrupted while git was reading it", e);
        }
    }

    private static void copy(InputStream in, ByteArrayOutputStream out) {
        try {
            in.transferTo(out);
        } catch (IOException e) {
            // What git complained about is lost; its exit code is not.
        }
    }
}
