package dev.policyscan.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import picocli.CommandLine.TypeConversionException;

/** The words that an option takes, written in lower case. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> E parse(Class<E> type, String word) {
        E[] all = type.getEnumConstants();
        return Arrays.stream(all).filter(e -> word(e).equals(word.toLowerCase(Locale.ROOT))).findFirst().orElseThrow(() ->
                new TypeConversionException(word + " is none of " + Arrays.stream(all).map(Words::word).collect(Collectors.joining(", "))));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
