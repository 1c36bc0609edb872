package dev.policyscan.document;

import dev.policyscan.source.SourceException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/** The parts of a Word document. Only those that are asked for are unpacked, and only up to a limit. */
final class DocxPackage implements AutoCloseable {
    private static final int MOST = 64 << 20;

    private final ZipFile zip;
    private int left = MOST;

    /**
     * What a part refers to.
     *
     * @param type the last word of its type's address
     * @param target the address, or the name of another part
     * @param external whether the target is an address outside the document
     */
    record Relation(String type, String target, boolean external) {}

    DocxPackage(byte[] bytes) throws IOException {
        zip = ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes)).get();
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** A part, unpacked; null where there is none. */
    byte[] part(String name) throws IOException {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            return null;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] bytes = in.readNBytes(left + 1);
            if (bytes.length > left) {
                throw new SourceException("unpacks to more than is ever read of a Word document; pass the policy alone");
            }
            left -= bytes.length;
            return bytes;
        }
    }

    /** What a part refers to, by identifier. */
    Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
        Map<String, Relation> relations = new HashMap<>();
        int slash = part.lastIndexOf('/') + 1;
        byte[] bytes = part(part.substring(0, slash) + "_rels/" + part.substring(slash) + ".rels");
        if (bytes == null) {
            return relations;
        }
        DocxXml xml = new DocxXml(bytes);
        for (String name = xml.next(0); name != null; name = xml.next(0)) {
            String id = xml.attribute("Id");
            String type = xml.attribute("Type");
            String target = xml.attribute("Target");
            if (name.equals("Relationship") && id != null && type != null && target != null) {
                boolean external = "External".equals(xml.attribute("TargetMode"));
                String place = external ? target : resolved(part.substring(0, slash), target);
                relations.put(id, new Relation(type.substring(type.lastIndexOf('/') + 1), place, external));
            }
        }
        return relations;
    }

    private static String resolved(String folder, String target) {
        if (target.startsWith("/")) {
            return target.substring(1);
        }
        String base = folder;
        String rest = target;
        while (rest.startsWith("../") && !base.isEmpty()) {
            rest = rest.substring(3);
            base = base.substring(0, base.lastIndexOf('/', base.length() - 2) + 1);
        }
        return base + rest;
    }
}
