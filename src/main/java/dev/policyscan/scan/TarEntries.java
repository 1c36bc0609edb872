package dev.policyscan.scan;

import dev.policyscan.source.SourceException;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** The entries of a tar archive, packed or not. */
final class TarEntries {
    private final Archive archive;

    TarEntries(String name, String prefix, Inputs.Selection selection) {
        this.archive = new Archive(name, prefix, selection);
    }

    void read(InputStream raw, boolean gzip, InputSink sink) throws IOException, InterruptedException {
        long entries = 0;
        Count packed = new Count(raw, null);
        try (TarArchiveInputStream tar = new TarArchiveInputStream(
                new BufferedInputStream(gzip ? new Count(new GZIPInputStream(packed, 1 << 16), packed) : packed, 1 << 16), "UTF-8")) {
            for (TarArchiveEntry entry = next(tar, entries); entry != null; entry = next(tar, entries)) {
                entries++;
                // Links and devices are no texts of their own.
                if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && archive.wanted(entry.getName(), sink)) {
                    entry(tar, entry, entries, sink);
                }
            }
        } catch (Sinking e) {
            e.rethrow();
        } catch (IOException | RuntimeException e) {
            throw e instanceof Archive.DamagedException damaged ? damaged : new Archive.DamagedException(entries, e);
        }
    }

    private static TarArchiveEntry next(TarArchiveInputStream tar, long entries) throws IOException {
        try {
            return tar.getNextEntry();
        } catch (IOException | RuntimeException e) {
            throw new Archive.DamagedException(entries, e);
        }
    }

    private void entry(TarArchiveInputStream tar, TarArchiveEntry entry, long entries, InputSink sink) throws IOException {
        try {
            archive.take(entry.getName(), tar, -1, new Forwarding(sink));
        } catch (Sinking e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new Archive.DamagedException(entries - 1, e);
        } catch (InterruptedException e) {
            throw new Sinking(e);
        }
    }

    /** Tells what the taker of inputs throws from what the archive throws. */
    private static final class Sinking extends IOException {
        private static final long serialVersionUID = 1L;

        Sinking(Exception cause) {
            super(cause);
        }

        void rethrow() throws IOException, InterruptedException {
            if (getCause() instanceof InterruptedException interrupted) {
                throw interrupted;
            }
            if (getCause() instanceof RuntimeException runtime) {
                throw runtime;
            }
            throw (IOException) getCause();
        }
    }

    private record Forwarding(InputSink sink) implements InputSink {
        @Override
        public void input(ScanInput input) throws IOException {
            try {
                sink.input(input);
            } catch (IOException | InterruptedException | RuntimeException e) {
                throw new Sinking(e);
            }
        }

        @Override
        public void failure(String name, FailureKind kind, String message) throws IOException {
            try {
                sink.failure(name, kind, message);
            } catch (IOException | InterruptedException | RuntimeException e) {
                throw new Sinking(e);
            }
        }

        @Override
        public void skipped(String name, Skipped why) {
            sink.skipped(name, why);
        }
    }

    /** Counts bytes, and gives up on a stream that unpacks to what no text does. */
    private static final class Count extends FilterInputStream {
        private static final long FREE = 256L << 20;
        private static final int RATIO = 200;

        private final Count packed;
        private long count;

        Count(InputStream in, Count packed) {
            super(in);
            this.packed = packed;
        }

        @Override
        public int read() throws IOException {
            int b = super.read();
            counted(b < 0 ? 0 : 1);
            return b;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            counted(Math.max(0, read));
            return read;
        }

        @Override
        public long skip(long n) throws IOException {
            long skipped = super.skip(n);
            counted(skipped);
            return skipped;
        }

        private void counted(long n) throws IOException {
            count += n;
            if (packed != null && count > FREE && count > RATIO * packed.count) {
                throw new SourceException(TooLarge.BOMB);
            }
        }
    }
}
