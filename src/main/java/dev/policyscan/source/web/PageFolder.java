package dev.policyscan.source.web;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** A folder that pages are saved in, each with its record. A page saved before is replaced; nothing else is. Not for several threads, but for {@link #save}. */
public final class PageFolder {
    private final Path folder;
    private final Set<String> names = new HashSet<>();

    /** The folder need not exist yet. */
    public PageFolder(Path folder) {
        this.folder = folder;
    }

    /** The name to save a page under, without an extension; no other page gets it. */
    public String name(URI page) {
        String base = PageName.of(page);
        String name = base;
        for (int number = 2; !free(name, page); number++) {
            name = base + "-" + number;
        }
        names.add(name.toLowerCase(Locale.ROOT));
        return name;
    }

    private boolean free(String name, URI page) {
        if (names.contains(name.toLowerCase(Locale.ROOT))) {
            return false;
        }
        PageRecord before = PageRecord.read(PageRecord.file(folder, name));
        if (before != null) {
            return page.toString().equals(before.url());
        }
        for (PageKind kind : PageKind.values()) {
            if (Files.exists(folder.resolve(name + "." + kind.extension()))) {
                return false;
            }
        }
        return !Files.exists(PageRecord.file(folder, name));
    }

    /**
     * Saves a page and its record, each whole or not at all.
     *
     * @return the page's file
     */
    public Path save(String name, Fetched page) throws IOException {
        Files.createDirectories(folder);
        Path file = folder.resolve(name + "." + page.kind().extension());
        write(file, page.bytes());
        write(PageRecord.file(folder, name), PageRecord.json(page).getBytes(StandardCharsets.UTF_8));
        return file;
    }

    private static void write(Path file, byte[] bytes) throws IOException {
        Path draft = file.resolveSibling("." + file.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try {
            Files.write(draft, bytes);
            try {
                Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(draft);
        }
    }
}
