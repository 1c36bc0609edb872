package dev.policyscan.scan;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;
import dev.policyscan.source.web.PageRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Finds what there is to read: files in folders, entries of archives, lines of JSON, pages of web archives, addresses in lists. Always in the
 * same order.
 */
public final class Inputs {
    /** The operand that stands for standard input. */
    public static final String STDIN = "-";

    /** Files that are plainly policies themselves, and never lists of them. */
    private static final Set<String> DOCUMENTS = Set.of("md", "markdown", "mdown", "mkd", "html", "htm", "xhtml", "mhtml", "mht", "pdf", "docx", "rtf", "doc");

    private static final Set<String> CONTAINERS = Set.of("zip", "tar", "tgz", "gz", "jsonl", "ndjson", "warc");

    /** What lies beside policies in folders and saved pages, and is none. */
    private static final Set<String> OTHERS = Set.of(
            "json", "css", "js", "mjs", "map", "xml", "xsl", "rss", "svg", "png", "jpg", "jpeg", "gif", "webp", "avif", "ico", "bmp", "tif", "tiff",
            "woff", "woff2", "ttf", "otf", "eot", "mp3", "mp4", "webm", "ogg", "wav", "wasm", "csv", "tsv", "yml", "yaml", "toml", "ini", "lock", "log",
            "java", "py", "ts", "sh", "bat", "cmd", "exe", "dll", "so", "class", "jar", "bin", "db", "sqlite", "xls", "xlsx", "ppt", "pptx");

    /** How many lines of a file are tried before it is taken for no list. */
    private static final int LINES_TRIED = 20;

    private static final int LONGEST_PATH = 1 << 16;

    private final Selection selection;
    private final Fetcher fetcher;
    private final InputStream stdin;
    private final Path output;

    /**
     * Which files of folders and archives are read.
     *
     * @param include only these, whatever their extension; where empty, all but those that are plainly no documents
     * @param exclude never these
     * @param hidden also files and folders whose name begins with a dot
     * @param zeroes whether the lines of a list end with a zero byte, as {@code find -print0} writes them
     */
    public record Selection(Globs include, Globs exclude, boolean hidden, boolean zeroes) {
        /** The default. */
        public static final Selection ALL = new Selection(Globs.NONE, Globs.NONE, false, false);

        /** Why the file is passed over, or null where it is read. */
        InputSink.Skipped why(String path) {
            if (exclude.match(path)) {
                return InputSink.Skipped.EXCLUDED;
            }
            if (!include.isEmpty()) {
                return include.match(path) || isContainer(path) ? null : InputSink.Skipped.EXCLUDED;
            }
            return OTHERS.contains(extension(path)) ? InputSink.Skipped.NOT_DOCUMENTS : null;
        }
    }

    /** Reads a page of the web. */
    public interface Fetcher {
        /** The page, as it was received. */
        Source fetch(String url) throws SourceException;
    }

    /**
     * @param selection which files are read
     * @param fetcher what reads web addresses
     * @param stdin what {@code -} stands for
     * @param output a folder that is never read, since it is written to; null where there is none
     */
    public Inputs(Selection selection, Fetcher fetcher, InputStream stdin, Path output) {
        this.selection = selection;
        this.fetcher = fetcher;
        this.stdin = stdin;
        this.output = output;
    }

    /** Finds the inputs of a folder, an archive, a list or standard input. */
    public void scan(String operand, InputSink sink) throws InterruptedException {
        all(operand, true, sink);
    }

    /** Finds the inputs of a folder or an archive; a file that is neither is a policy, and so is standard input. */
    public void compare(String operand, InputSink sink) throws InterruptedException {
        all(operand, false, sink);
    }

    /** How many inputs there are, where that can be told without opening them; otherwise -1. */
    public long count(String operand) throws InterruptedException {
        long[] count = {0, 0};
        InputSink counter = new InputSink() {
            @Override
            public void input(ScanInput input) {
                count[0]++;
                count[1] += isContainer(input.name()) ? 1 : 0;
            }

            @Override
            public void failure(String name, FailureKind kind, String message) {
                count[0]++;
            }

            @Override
            public void skipped(String name, Skipped why) {}
        };
        try {
            Path path = isWeb(operand) || operand.equals(STDIN) ? null : Path.of(operand);
            if (path == null || !Files.isDirectory(path)) {
                return -1;
            }
            new Folder(path, selection, Inputs::file, output).walk(counter);
        } catch (InvalidPathException e) {
            return -1;
        }
        return count[1] > 0 ? -1 : count[0];
    }

    private void all(String operand, boolean lists, InputSink sink) throws InterruptedException {
        try {
            find(operand, lists, sink);
        } catch (Archive.DamagedException e) {
            sink.failure(operand, FailureKind.ARCHIVE, e.getMessage());
        } catch (IOException e) {
            sink.failure(operand, FailureKind.INPUT, why(e));
        }
    }

    private void find(String operand, boolean lists, InputSink sink) throws IOException, InterruptedException {
        if (operand.equals(STDIN)) {
            stream(STDIN, stdin, lists, sink);
            return;
        }
        if (isWeb(operand)) {
            page(operand, sink);
            return;
        }
        Path path;
        try {
            path = Path.of(operand);
        } catch (InvalidPathException e) {
            sink.failure(operand, FailureKind.INPUT, "is no name that a file can have; check the name");
            return;
        }
        if (Files.isDirectory(path)) {
            new Folder(path, selection, this::fileOrContainer, output).walk(sink);
            return;
        }
        if (!lists || DOCUMENTS.contains(extension(operand))) {
            fileOrContainer(path, path.getFileName().toString(), sink);
            return;
        }
        Container container = container(path, sink);
        if (container == Container.NONE) {
            listFile(path, sink);
        } else if (container != null) {
            open(container, path, "", sink);
        }
    }

    /** A file that is a policy unless its extension and its first bytes say that it holds several. */
    void fileOrContainer(Path path, String label, InputSink sink) throws InterruptedException {
        if (isContainer(path.toString())) {
            Container container = container(path, sink);
            if (container == null) {
                return;
            }
            if (container != Container.NONE) {
                open(container, path, withoutContainerExtension(label) + "/", sink);
                return;
            }
        }
        file(path, label, sink);
    }

    private static String withoutContainerExtension(String label) {
        int dot = label.lastIndexOf('.');
        String stem = dot > label.lastIndexOf('/') + 1 ? label.substring(0, dot) : label;
        return stem.toLowerCase(Locale.ROOT).endsWith(".tar") ? stem.substring(0, stem.length() - 4) : stem;
    }

    private static void file(Path path, String label, InputSink sink) throws InterruptedException {
        long size;
        try {
            // A pipe or a device may never end.
            if (Files.exists(path) && !Files.isRegularFile(path)) {
                sink.failure(path.toString(), FailureKind.INPUT, "is no regular file; pass files");
                return;
            }
            size = Files.size(path);
        } catch (IOException e) {
            size = 0;
        }
        if (size > Source.MAX_BYTES) {
            sink.failure(path.toString(), FailureKind.INPUT, TooLarge.MESSAGE);
            return;
        }
        sink.input(new ScanInput(path.toString(), label, size, false, () -> PageRecord.source(path)));
    }

    private void page(String url, InputSink sink) throws InterruptedException {
        sink.input(new ScanInput(url, url, 1 << 18, false, () -> fetcher.fetch(url)));
    }

    /** What a file holds by its first bytes; null where it cannot be read, which is then a failure. */
    private static Container container(Path path, InputSink sink) throws InterruptedException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            sink.failure(path.toString(), FailureKind.INPUT, "is no regular file; pass files");
            return null;
        }
        try (InputStream in = Files.newInputStream(path)) {
            return Container.of(in.readNBytes(Container.LOOK));
        } catch (IOException e) {
            sink.failure(path.toString(), FailureKind.INPUT, why(e));
            return null;
        }
    }

    private void open(Container container, Path path, String prefix, InputSink sink) throws InterruptedException {
        if (container == Container.ZIP) {
            new ZipEntries(path.toString(), prefix, selection).read(path, sink);
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            open(container, path.toString(), prefix, in, sink);
        } catch (Archive.DamagedException e) {
            sink.failure(path.toString(), FailureKind.ARCHIVE, e.getMessage());
        } catch (IOException e) {
            sink.failure(path.toString(), FailureKind.INPUT, why(e));
        }
    }

    private void open(Container container, String name, String prefix, InputStream in, InputSink sink) throws IOException, InterruptedException {
        switch (container) {
            case TAR, TAR_GZIP -> new TarEntries(name, prefix, selection).read(in, container == Container.TAR_GZIP, sink);
            case JSON_LINES, JSON_LINES_GZIP -> new JsonLines(name, fetcher).read(in, container == Container.JSON_LINES_GZIP, sink);
            case WARC -> new WarcPages(name).read(in, sink);
            default -> throw new IllegalArgumentException(container.toString());
        }
    }

    private void stream(String name, InputStream in, boolean lists, InputSink sink) throws IOException, InterruptedException {
        BufferedInputStream buffered = new BufferedInputStream(in, 1 << 16);
        buffered.mark(Container.LOOK);
        byte[] head = buffered.readNBytes(Container.LOOK);
        buffered.reset();
        Container container = Container.of(head);
        if (!lists && (container == Container.NONE || container == Container.ZIP)) {
            byte[] bytes = buffered.readNBytes(Source.MAX_BYTES + 1);
            sink.input(new ScanInput(name, "stdin", bytes.length, true, () -> Source.of(name, bytes)));
        } else if (container == Container.NONE) {
            list(name, buffered, sink);
        } else if (container == Container.ZIP) {
            // Its table of contents stands at its end.
            Path file = Files.createTempFile("policyscan", ".zip");
            try {
                Files.copy(buffered, file, StandardCopyOption.REPLACE_EXISTING);
                new ZipEntries(name, "", selection).read(file, sink);
            } finally {
                Files.deleteIfExists(file);
            }
        } else {
            open(container, name, "", buffered, sink);
        }
    }

    private void listFile(Path path, InputSink sink) throws IOException, InterruptedException {
        if (!isList(path)) {
            sink.failure(path.toString(), FailureKind.INPUT,
                    "is no list: none of its lines names a file or a web address; to report on one policy use policyscan analyze");
            return;
        }
        try (InputStream in = Files.newInputStream(path)) {
            list(path.toString(), in, sink);
        }
    }

    private boolean isList(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            Lines lines = new Lines(in, selection.zeroes() ? 0 : '\n', LONGEST_PATH);
            int tried = 0;
            byte[] line = lines.next();
            for (; line != null && tried < LINES_TRIED; line = lines.next()) {
                String item = lines.tooLong() ? "" : item(line);
                if (!item.isEmpty()) {
                    tried++;
                    if (isWeb(item) || exists(item)) {
                        return true;
                    }
                }
            }
            // Of a long list the first files may be gone; a policy has no line like a path.
            return tried == 0;
        }
    }

    private static boolean exists(String item) {
        try {
            return Files.exists(Path.of(item));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private void list(String name, InputStream in, InputSink sink) throws IOException, InterruptedException {
        Lines lines = new Lines(in, selection.zeroes() ? 0 : '\n', LONGEST_PATH);
        for (byte[] line = lines.next(); line != null; line = lines.next()) {
            if (lines.tooLong()) {
                sink.failure(name + ":" + lines.number(), FailureKind.INPUT, "is too long for a path or a web address");
                continue;
            }
            String item = item(line);
            if (item.isEmpty()) {
                continue;
            }
            if (isWeb(item)) {
                page(item, sink);
                continue;
            }
            Path path;
            try {
                path = Path.of(item);
            } catch (InvalidPathException e) {
                sink.failure(item, FailureKind.INPUT, "is no name that a file can have; check the name");
                continue;
            }
            if (Files.isDirectory(path)) {
                new Folder(path, selection, this::fileOrContainer, output).walk(sink);
            } else {
                fileOrContainer(path, label(path), sink);
            }
        }
    }

    /** A line of a list: with zero bytes between, whatever stands there; else a line without what surrounds it, and no comment. */
    private String item(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        if (selection.zeroes()) {
            return text;
        }
        text = (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        return text.startsWith("#") ? "" : text;
    }

    /** A path without what leads up to it. */
    private static String label(Path path) {
        List<String> names = new ArrayList<>();
        for (Path part : path.normalize()) {
            String name = part.toString();
            if (!name.equals("..") && !name.isEmpty()) {
                names.add(name);
            }
        }
        return String.join("/", names);
    }

    /** Whether it is an address of the web. */
    public static boolean isWeb(String operand) {
        return operand.regionMatches(true, 0, "https://", 0, 8) || operand.regionMatches(true, 0, "http://", 0, 7);
    }

    /** Whether its extension says that it holds several policies. */
    static boolean isContainer(String name) {
        return CONTAINERS.contains(extension(name));
    }

    static String extension(String name) {
        int dot = name.lastIndexOf('.');
        int slash = Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\'));
        return dot <= slash + 1 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    /** Why something cannot be read, in a line. */
    static String why(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "no such file; check the name";
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to read it; check who may";
        }
        if (e instanceof SourceException || e instanceof TooLarge.Refusal) {
            return e.getMessage();
        }
        String said = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
        return "cannot be read (" + (said == null ? e.getClass().getSimpleName() : said.lines().findFirst().orElse("")) + "); check the file or the disk";
    }
}
