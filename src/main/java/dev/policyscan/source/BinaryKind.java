package dev.policyscan.source;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/** Tells files that hold no text by their first bytes. */
record BinaryKind(int offset, byte[] magic, String name) {
    private static final String READS = "; this version reads text, Markdown, HTML, MHTML, PDF and DOCX";
    private static final byte[] OFFICE = HexFormat.of().parseHex("d0cf11e0a1b11ae1");
    /** The stream of an encrypted Office document, in UTF-16. */
    private static final String ENCRYPTED = "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0";
    /** How much of a file is looked at. */
    private static final int LOOK = 1 << 16;

    private static final List<BinaryKind> KINDS = List.of(
            ascii(0, "{\\rtf", "an RTF document"),
            hex(0, "d0cf11e0a1b11ae1", "an old Microsoft Office document"),
            hex(0, "1f8b", "a gzip archive"),
            hex(0, "fd377a585a00", "an xz archive"),
            hex(0, "28b52ffd", "a Zstandard archive"),
            ascii(0, "BZh", "a bzip2 archive"),
            hex(0, "377abcaf271c", "a 7z archive"),
            ascii(0, "Rar!", "a RAR archive"),
            ascii(257, "ustar", "a tar archive"),
            hex(0, "89504e470d0a1a0a", "a PNG image"),
            hex(0, "ffd8ff", "a JPEG image"),
            ascii(0, "GIF8", "a GIF image"),
            hex(0, "49492a00", "a TIFF image"),
            hex(0, "4d4d002a", "a TIFF image"),
            ascii(8, "WEBP", "a WebP image"),
            ascii(4, "ftyp", "a video or image"),
            ascii(0, "OggS", "an audio file"),
            ascii(0, "ID3", "an audio file"),
            ascii(0, "SQLite format 3", "a database"),
            ascii(0, "bplist00", "a web archive or property list"),
            hex(0, "7f454c46", "a program"),
            hex(0, "cafebabe", "a program"),
            hex(0, "cffaedfe", "a program"),
            ascii(0, "%!PS", "a PostScript document"));

    /** Refuses what is certainly no text, naming what it is. */
    static void refuse(byte[] bytes) throws SourceException {
        if (bytes.length == 0) {
            throw new SourceException("is empty; there is nothing to read");
        }
        if (onlyZeros(bytes)) {
            throw new SourceException("holds only zeros; get the file again");
        }
        if (startsWith(bytes, 0, OFFICE) && find(bytes, ENCRYPTED, bytes.length)) {
            throw new SourceException("is encrypted; open it with its password and save it without one");
        }
        String name = name(bytes);
        if (name != null) {
            throw new SourceException(name + READS);
        }
    }

    /** Whether the bytes are a PDF; mail programs and servers put a little before it. */
    static boolean isPdf(byte[] bytes) {
        int look = Math.min(bytes.length, 1024);
        return find(bytes, "%PDF-", look) && !find(bytes, "<html", look);
    }

    /** Whether the bytes are a Word document. */
    static boolean isDocx(byte[] bytes) {
        if (!isZip(bytes)) {
            return false;
        }
        return names(bytes, "[Content_Types].xml") && names(bytes, "word/document");
    }

    /** Whether a ZIP archive has an entry of that name among its first, or in the list at its end. */
    private static boolean names(byte[] zip, String entry) {
        return find(zip, entry, 0, Math.min(zip.length, LOOK)) || find(zip, entry, Math.max(0, zip.length - LOOK), zip.length);
    }

    private static boolean isZip(byte[] bytes) {
        return startsWith(bytes, 0, "PK\3\4".getBytes(StandardCharsets.ISO_8859_1));
    }

    private static String name(byte[] bytes) {
        if (isPdf(bytes) || isDocx(bytes)) {
            return null;
        }
        if (isZip(bytes)) {
            return archive(bytes);
        }
        for (BinaryKind kind : KINDS) {
            if (startsWith(bytes, kind.offset, kind.magic)) {
                return kind.name;
            }
        }
        return Encoding.isUtf16Or32(bytes) || !manyControls(bytes) ? null : "a binary file";
    }

    private static String archive(byte[] bytes) {
        int look = Math.min(bytes.length, LOOK);
        if (find(bytes, "xl/", look) || find(bytes, "ppt/", look)) {
            return "an Office document";
        }
        if (find(bytes, "opendocument", look)) {
            return "an OpenDocument file";
        }
        return find(bytes, "epub+zip", look) ? "an EPUB book" : "a ZIP archive";
    }

    /** More than one byte in twenty is a control character that no text has. */
    private static boolean manyControls(byte[] bytes) {
        int look = Math.min(bytes.length, LOOK);
        int controls = 0;
        for (int i = 0; i < look; i++) {
            int b = bytes[i] & 0xff;
            if (b < 0x20 && b != '\t' && b != '\n' && b != '\r' && b != '\f' && b != 0x0b && b != 0x1a && b != 0x1b) {
                controls++;
            }
        }
        return controls > look / 20;
    }

    private static boolean onlyZeros(byte[] bytes) {
        for (byte b : bytes) {
            if (b != 0) {
                return false;
            }
        }
        return true;
    }

    private static boolean find(byte[] bytes, String ascii, int end) {
        return find(bytes, ascii, 0, end);
    }

    private static boolean find(byte[] bytes, String ascii, int start, int end) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        for (int i = start; i + wanted.length <= end; i++) {
            if (startsWith(bytes, i, wanted)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int offset, byte[] wanted) {
        if (bytes.length - offset < wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (bytes[offset + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    private static BinaryKind ascii(int offset, String magic, String name) {
        return new BinaryKind(offset, magic.getBytes(StandardCharsets.US_ASCII), name);
    }

    private static BinaryKind hex(int offset, String magic, String name) {
        return new BinaryKind(offset, HexFormat.of().parseHex(magic), name);
    }
}
