package dev.policyscan.scan;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;

/**
 * Path patterns: {@code *} and {@code ?} within a name, {@code **} across folders, {@code [abc]}, <code>{md,html}</code>. A pattern without a
 * slash is matched against the last name, one with a slash against the whole path below the folder or archive that is read.
 */
public final class Globs {
    /** Lets everything through where it includes, nothing where it excludes. */
    public static final Globs NONE = new Globs(List.of());

    private record Glob(Pattern pattern, boolean wholePath) {}

    private final List<Glob> globs = new ArrayList<>();

    /** @throws IllegalArgumentException for a pattern that is none */
    public Globs(List<String> patterns) {
        for (String pattern : patterns) {
            String plain = pattern.startsWith("./") ? pattern.substring(2) : pattern;
            // A folder stands for what is in it.
            plain = plain.endsWith("/") ? plain + "**" : plain;
            boolean whole = plain.indexOf('/') >= 0;
            globs.add(new Glob(compile(plain.startsWith("/") ? plain.substring(1) : plain), whole));
        }
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return globs.isEmpty();
    }

    /** Whether one of them matches. */
    public boolean match(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (Glob glob : globs) {
            if (glob.pattern.matches(glob.wholePath ? path : name)) {
                return true;
            }
        }
        return false;
    }

    private static Pattern compile(String glob) {
        StringBuilder regex = new StringBuilder("(?s)");
        int braces = 0;
        for (int at = 0; at < glob.length(); at++) {
            char c = glob.charAt(at);
            switch (c) {
                case '*' -> {
                    boolean across = glob.startsWith("**", at);
                    if (across && glob.startsWith("**/", at)) {
                        // "**/" also stands for no folder at all.
                        regex.append("(?:.*/)?");
                        at += 2;
                    } else if (across) {
                        regex.append(".*");
                        at++;
                    } else {
                        regex.append("[^/]*");
                    }
                }
                case '?' -> regex.append("[^/]");
                case '{' -> {
                    regex.append("(?:");
                    braces++;
                }
                case '}' -> {
                    regex.append(braces > 0 ? ")" : "\\}");
                    braces = Math.max(0, braces - 1);
                }
                case ',' -> regex.append(braces > 0 ? "|" : ",");
                case '[' -> {
                    int end = glob.indexOf(']', at + 2);
                    if (end < 0) {
                        throw new IllegalArgumentException("the pattern " + glob + " has a [ without its ]");
                    }
                    String set = glob.substring(at + 1, end);
                    boolean not = set.startsWith("!");
                    regex.append('[').append(not ? "^/" : "").append((not ? set.substring(1) : set).replace("\\", "\\\\").replace("[", "\\[").replace("^", "\\^")).append(']');
                    at = end;
                }
                case '\\' -> {
                    at++;
                    regex.append(at < glob.length() ? Pattern.quote(glob.substring(at, at + 1)) : "\\\\");
                }
                default -> regex.append(Pattern.quote(String.valueOf(c)));
            }
        }
        if (braces > 0) {
            throw new IllegalArgumentException("the pattern " + glob + " has a { without its }");
        }
        try {
            // Linear in the name, which may be anyone's.
            return Pattern.compile(regex.toString());
        } catch (com.google.re2j.PatternSyntaxException e) {
            throw new IllegalArgumentException("the pattern " + glob + " cannot be read", e);
        }
    }
}
