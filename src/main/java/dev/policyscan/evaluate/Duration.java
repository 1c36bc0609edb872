package dev.policyscan.evaluate;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes ISO 8601 durations comparable: 24 months are 2 years, 365 days are 12 months. */
final class Duration {
    // Linear: every part ends in a letter of its own, and digits are possessive.
    private static final Pattern ISO = Pattern.compile(
            "P(?:([0-9]++(?:\\.[0-9]++)?+)Y)?(?:([0-9]++(?:\\.[0-9]++)?+)M)?(?:([0-9]++(?:\\.[0-9]++)?+)W)?"
                    + "(?:([0-9]++(?:\\.[0-9]++)?+)D)?(?:T(?:([0-9]++)H)?(?:([0-9]++)M)?(?:([0-9]++)S)?)?");
    private static final double DAYS_OF_MONTH = 30.4375;

    private Duration() {}

    /** Its length: hundredths of a day below one day, days below 45 days, else months; the text itself where it is no duration. */
    static String length(String iso) {
        Matcher match = ISO.matcher(iso);
        if (!match.matches()) {
            return iso;
        }
        double days = part(match, 1) * 365.25 + part(match, 2) * DAYS_OF_MONTH + part(match, 3) * 7 + part(match, 4)
                + part(match, 5) / 24 + part(match, 6) / 1440 + part(match, 7) / 86400;
        if (days < 1) {
            return new BigDecimal(days).setScale(2, RoundingMode.HALF_EVEN) + "d";
        }
        return days < 45 ? new BigDecimal(Math.rint(days)) + "d" : new BigDecimal(Math.rint(days / DAYS_OF_MONTH)) + "m";
    }

    private static double part(Matcher match, int group) {
        return match.group(group) == null ? 0 : Double.parseDouble(match.group(group));
    }
}
