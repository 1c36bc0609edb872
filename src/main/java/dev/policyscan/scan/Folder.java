package dev.policyscan.scan;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Walks a folder, names in order, links followed but never in a circle. */
final class Folder {
    private final Path root;
    private final Inputs.Selection selection;
    private final Found found;
    private final Path output;

    /** A folder being walked: what is left of it, and its place, to notice a link back to it. */
    private record Level(Path real, Deque<Path> left) {}

    /** What is done with each file that is to be read. */
    interface Found {
        /** Takes a file and its path below the folder. */
        void file(Path path, String label, InputSink sink) throws InterruptedException;
    }

    Folder(Path root, Inputs.Selection selection, Found found, Path output) {
        this.root = root;
        this.selection = selection;
        this.found = found;
        this.output = real(output);
    }

    void walk(InputSink sink) throws InterruptedException {
        // A stack of its own: folders may be nested deeper than calls can be.
        Deque<Level> levels = new ArrayDeque<>();
        enter(root, levels, sink);
        while (!levels.isEmpty()) {
            Path path = levels.peek().left().poll();
            if (path == null) {
                levels.pop();
                continue;
            }
            String label = label(path);
            if (!selection.hidden() && path.getFileName().toString().startsWith(".")) {
                sink.skipped(path.toString(), InputSink.Skipped.HIDDEN);
            } else if (Files.isDirectory(path)) {
                if (selection.exclude().match(label)) {
                    sink.skipped(path.toString(), InputSink.Skipped.EXCLUDED);
                } else {
                    enter(path, levels, sink);
                }
            } else {
                InputSink.Skipped why = selection.why(label);
                if (why == null) {
                    found.file(path, label, sink);
                } else {
                    sink.skipped(path.toString(), why);
                }
            }
        }
    }

    private void enter(Path folder, Deque<Level> levels, InputSink sink) throws InterruptedException {
        Path real = real(folder);
        if (real != null && (real.equals(output) || Files.isDirectory(real.resolve(ScanFolder.STATE)))) {
            // The results of a scan, this one's or an earlier one's.
            return;
        }
        for (Level level : levels) {
            if (level.real() != null && level.real().equals(real)) {
                sink.skipped(folder.toString(), InputSink.Skipped.LOOPS);
                return;
            }
        }
        List<Path> names = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder)) {
            stream.forEach(names::add);
        } catch (DirectoryIteratorException e) {
            sink.failure(folder.toString(), FailureKind.INPUT, Inputs.why(e.getCause()));
        } catch (IOException e) {
            sink.failure(folder.toString(), FailureKind.INPUT, Inputs.why(e));
        }
        Collections.sort(names);
        levels.push(new Level(real, new ArrayDeque<>(names)));
    }

    private String label(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    private static Path real(Path path) {
        try {
            return path == null ? null : path.toRealPath();
        } catch (IOException e) {
            return null;
        }
    }
}
