package dev.policyscan.cli;

import picocli.CommandLine.ITypeConverter;

/** When to colour. */
enum ColorWhen {
    AUTO,
    ALWAYS,
    NEVER;

    /** Reads the option's value. */
    static final class Converter implements ITypeConverter<ColorWhen> {
        @Override
        public ColorWhen convert(String value) {
            return Words.parse(ColorWhen.class, value);
        }
    }
}
