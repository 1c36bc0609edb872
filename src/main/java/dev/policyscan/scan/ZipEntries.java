package dev.policyscan.scan;

import dev.policyscan.source.Source;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.IOUtils;

/** The entries of a ZIP archive. */
final class ZipEntries {
    private final String name;
    private final Archive archive;

    ZipEntries(String name, String prefix, Inputs.Selection selection) {
        this.name = name;
        this.archive = new Archive(name, prefix, selection);
    }

    void read(Path path, InputSink sink) throws InterruptedException {
        ZipFile zip;
        long size;
        try {
            size = Files.size(path);
            zip = ZipFile.builder().setPath(path).get();
        } catch (IOException | RuntimeException e) {
            sink.failure(name, FailureKind.ARCHIVE, e instanceof ZipException || e instanceof RuntimeException
                    ? new Archive.DamagedException(0, e).getMessage() : Inputs.why((IOException) e));
            return;
        }
        try {
            entries(zip, size, sink);
        } finally {
            IOUtils.closeQuietly(zip);
        }
    }

    private void entries(ZipFile zip, long size, InputSink sink) throws InterruptedException {
        long unpacked = 0;
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            if (entry.isDirectory() || entry.isUnixSymlink() || !archive.wanted(entry.getName(), sink)) {
                continue;
            }
            // Entries may share one packed text, so that each of them alone looks honest.
            if (unpacked > Math.max(1L << 30, 200 * size)) {
                sink.failure(name, FailureKind.ARCHIVE, TooLarge.BOMB);
                return;
            }
            unpacked += entry(zip, entry, sink);
        }
    }

    private long entry(ZipFile zip, ZipArchiveEntry entry, InputSink sink) throws InterruptedException {
        String uri = archive.name(entry.getName());
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            sink.failure(uri, FailureKind.INPUT, "is encrypted; unpack it");
            return 0;
        }
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = TooLarge.read(in, Math.max(0, entry.getCompressedSize()));
        } catch (IOException | RuntimeException e) {
            String why = e instanceof IOException io ? Inputs.why(io) : "is damaged (" + e.getClass().getSimpleName() + "); get the archive again";
            sink.failure(uri, FailureKind.INPUT, why);
            return 8 << 20;
        }
        sink.input(new ScanInput(uri, archive.label(entry.getName()), bytes.length, true, () -> Source.of(uri, bytes)));
        return bytes.length;
    }
}
