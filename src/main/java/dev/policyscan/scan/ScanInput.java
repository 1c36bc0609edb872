package dev.policyscan.scan;

import dev.policyscan.source.Source;
import dev.policyscan.source.SourceException;

/**
 * One policy to read.
 *
 * @param name what reports call it: a path, {@code archive.zip!/entry}, a URL
 * @param label its name within the folder or archive, from which its id is made
 * @param size its bytes, as far as known; a guess for what is not yet read
 * @param held whether its bytes are in memory already
 * @param opening reads it
 */
public record ScanInput(String name, String label, long size, boolean held, Opening opening) {
    /** Reads one input. */
    public interface Opening {
        /** The source; what it throws is this input's failure alone. */
        Source open() throws SourceException;
    }
}
