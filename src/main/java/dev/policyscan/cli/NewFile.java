package dev.policyscan.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** A file that appears whole or not at all: it is written beside its place and moved there when it is finished. */
final class NewFile implements Closeable {
    private final String name;
    private final Path target;
    private final Path written;
    private final OutputStream out;

    NewFile(Path path) throws OutputException {
        name = path.toString();
        try {
            // A link is followed, so that it stays one.
            target = Files.exists(path) ? path.toRealPath() : path;
            // A device or pipe, such as /dev/null, is no file to replace.
            boolean replaceable = !Files.exists(target) || Files.isRegularFile(target);
            written = replaceable ? target.resolveSibling("." + target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp") : target;
            out = Files.newOutputStream(written, replaceable ? StandardOpenOption.CREATE : StandardOpenOption.WRITE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    /** Adds text, in UTF-8. */
    void print(String text) throws OutputException {
        try {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    /** The file is finished. */
    void keep() throws OutputException {
        try {
            out.close();
            if (!written.equals(target)) {
                move();
            }
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }

    private void move() throws IOException {
        try {
            Files.move(written, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Removes what was written unless it was kept. */
    @Override
    public void close() throws OutputException {
        try {
            out.close();
            if (!written.equals(target)) {
                Files.deleteIfExists(written);
            }
        } catch (IOException e) {
            throw new OutputException(name, e);
        }
    }
}
