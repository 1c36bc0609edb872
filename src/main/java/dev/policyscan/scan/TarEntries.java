package dev.policyscan.scan;

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
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                entries++;
                // Links and devices are no texts of their own.
                if (entry.isFile() && !entry.isSymbolicLink() && !entry.isLink() && archive.wanted(entry.getName(), sink)) {
                    archive.take(entry.getName(), tar, sink);
                }
            }
        } catch (IOException | RuntimeException e) {
            throw new Archive.DamagedException(entries, e);
        }
    }

    /** Counts bytes, and gives up on a stream that unpacks to what no text does. */
    private static final class Count extends FilterInputStream {
        private static final long FREE = 128L << 20;
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
                throw new TooLarge.Refusal(TooLarge.BOMB);
            }
        }
    }
}
