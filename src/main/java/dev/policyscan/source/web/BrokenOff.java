package dev.policyscan.source.web;

import java.io.IOException;

/** A page ended before its end. */
final class BrokenOff extends IOException {
    private static final long serialVersionUID = 1L;

    BrokenOff(Throwable cause) {
        super("the page ended before its end", cause);
    }
}
