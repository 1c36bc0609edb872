package dev.policyscan.source.web;

import java.io.IOException;

/** A page is larger than wanted. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    TooLarge(int max) {
        super("larger than " + max + " bytes");
    }
}
