package dev.policyscan.scan;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The folder that a scan writes to. Every file in it is whole: it is written to a folder of drafts and then moved to its place. Once it is
 * shut, nothing is written any more.
 */
final class ScanFolder implements Closeable {
    /** Bytes written at a time. */
    private static final int STEP = 1 << 18;

    /** The folder of what the next scan needs to know of this one; a folder with it holds the results of a scan. */
    static final String STATE = ".policyscan";

    private final Path root;
    private final Path reports;
    private final Path drafts;
    private final FileChannel lock;
    private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();

    /** Another scan is writing to the folder, or it holds something else. The message is for people. */
    static final class InUseException extends IOException {
        private static final long serialVersionUID = 1L;

        InUseException(String message) {
            super(message);
        }
    }

    private ScanFolder(Path root, FileChannel lock) {
        this.root = root;
        this.reports = root.resolve("reports");
        this.drafts = root.resolve(STATE).resolve("drafts");
        this.lock = lock;
    }

    /** Opens the folder, makes it where it is not there, and clears away what a scan that was killed left unfinished. */
    static ScanFolder open(Path root) throws ScanOutputException, InUseException {
        FileChannel lock = null;
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw new NotDirectoryException(root.toString());
            }
            if (Files.isDirectory(root) && !Files.isDirectory(root.resolve(STATE)) && !isEmpty(root)) {
                throw new InUseException("holds something that is no scan; choose a new or empty folder with -o");
            }
            Files.createDirectories(root.resolve(STATE).resolve("drafts"));
            Files.createDirectories(root.resolve("reports"));
            lock = FileChannel.open(root.resolve(STATE).resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (!locked(lock)) {
                lock.close();
                throw new InUseException("another scan is writing to it; wait for it or choose another folder with -o");
            }
            ScanFolder folder = new ScanFolder(root, lock);
            folder.clear(folder.drafts);
            return folder;
        } catch (InUseException e) {
            throw e;
        } catch (IOException e) {
            close(lock);
            throw new ScanOutputException(root.toString(), e);
        }
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock taken = channel.tryLock();
            return taken != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            return !files.iterator().hasNext();
        }
    }

    Path root() {
        return root;
    }

    Path journal() {
        return root.resolve(STATE).resolve("journal.jsonl");
    }

    Path report(String id) {
        return reports.resolve(id + ".json");
    }

    /** The folder of inputs that policyscan has a bug on, where they are no files of their own. */
    Path failed() {
        return root.resolve("failed");
    }

    /** Removes what cannot be continued: the inputs that failed, which are tried again. */
    void forgetFailures() throws ScanOutputException {
        try {
            clear(failed());
            Files.deleteIfExists(failed());
        } catch (IOException e) {
            throw new ScanOutputException(failed().toString(), e);
        }
    }

    /** Removes all that an earlier scan wrote. */
    void empty() throws ScanOutputException {
        try {
            clear(reports);
            clear(failed());
            for (String name : new String[] {"reports.jsonl", "failures.jsonl", "comparison.json", "comparison.md", "comparison.csv", "summary.json"}) {
                Files.deleteIfExists(root.resolve(name));
            }
            Files.deleteIfExists(journal());
        } catch (IOException e) {
            throw new ScanOutputException(root.toString(), e);
        }
    }

    /** Removes the reports of earlier scans whose inputs are gone. */
    void keepReports(InputIds ids) throws ScanOutputException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(reports, "*.json")) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (!ids.given(name.substring(0, name.length() - ".json".length()))) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new ScanOutputException(reports.toString(), e);
        }
    }

    private void clear(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** Something that changes files, and is not cut off in the middle of it. */
    interface Change<T> {
        T make() throws IOException;
    }

    /** Makes a change unless the folder is shut, in which case it waits for the end of the process. */
    <T> T change(Path file, Change<T> change) throws ScanOutputException {
        gate.readLock().lock();
        try {
            return change.make();
        } catch (IOException e) {
            throw new ScanOutputException(file.toString(), e);
        } finally {
            gate.readLock().unlock();
        }
    }

    /** Writes a file. */
    void write(Path file, byte[] bytes) throws ScanOutputException {
        change(file, () -> {
            Path draft = drafts.resolve(file.getFileName().toString());
            try {
                // Files.write would do it 8 kB at a time.
                try (OutputStream out = Files.newOutputStream(draft)) {
                    for (int at = 0; at < bytes.length; at += STEP) {
                        out.write(bytes, at, Math.min(STEP, bytes.length - at));
                    }
                }
                move(draft, file);
            } catch (IOException e) {
                delete(draft);
                throw e;
            }
            return null;
        });
    }

    /** Begins a file that is written bit by bit. */
    Draft begin(String name) throws ScanOutputException {
        return begin(name, root.resolve(name));
    }

    Draft begin(String name, Path file) throws ScanOutputException {
        Path draft = drafts.resolve(name);
        try {
            return new Draft(file, draft, new BufferedOutputStream(Files.newOutputStream(draft), 1 << 16));
        } catch (IOException e) {
            throw new ScanOutputException(file.toString(), e);
        }
    }

    /** A file that is written bit by bit, and there when it is kept. */
    final class Draft extends OutputStream {
        private final Path file;
        private final Path draft;
        private final OutputStream out;

        private Draft(Path file, Path draft, OutputStream out) {
            this.file = file;
            this.draft = draft;
            this.out = out;
        }

        @Override
        public void write(int b) throws ScanOutputException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws ScanOutputException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw new ScanOutputException(file.toString(), e);
            }
        }

        @Override
        public void close() throws ScanOutputException {
            try {
                out.close();
            } catch (IOException e) {
                throw new ScanOutputException(file.toString(), e);
            }
        }

        void keep() throws ScanOutputException {
            close();
            change(file, () -> {
                move(draft, file);
                return null;
            });
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // It is cleared away by the next scan.
            return;
        }
    }

    /** Waits for the changes under way, for as long as given, and lets no other begin. Then removes the drafts. */
    void shut(long milliseconds) {
        try {
            gate.writeLock().tryLock(milliseconds, TimeUnit.MILLISECONDS);
            clear(drafts);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // It is cleared away by the next scan.
            return;
        }
    }

    @Override
    public void close() throws IOException {
        clear(drafts);
        close(lock);
    }

    private static void close(FileChannel channel) {
        try {
            if (channel != null) {
                channel.close();
            }
        } catch (IOException e) {
            // The process ends with it in any case.
            return;
        }
    }
}
