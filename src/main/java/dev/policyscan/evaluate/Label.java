package dev.policyscan.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Set;

/** The right answers for one policy. */
interface Label {
    /** Stands for a label that cannot be read: nothing is right. */
    Label UNREADABLE = new Blind(MissingNode.getInstance());

    /** Whether this is the right answer to the question. */
    boolean has(String question, Object answer);

    /** Whether the right set for the question holds the member. */
    boolean holds(String question, String member);

    /** How many members the right set holds. */
    int count(String question);

    /** The right answers, or null where they are not to be known. */
    Answers shown();

    /** The words that the labeller relied on; null where there are none. */
    String words(String question);

    /** Reads a label, with its answers in the open or as digests only. */
    static Label of(JsonNode json) {
        return json.has("blind") ? new Blind(json.path("blind")) : new Open(Answers.of(json), json);
    }

    /** A label whose answers can be read. */
    record Open(Answers shown, JsonNode json) implements Label {
        @Override
        public boolean has(String question, Object answer) {
            return Objects.equals(shown.exact().get(question), answer);
        }

        @Override
        public boolean holds(String question, String member) {
            return shown.sets().get(question).contains(member);
        }

        @Override
        public int count(String question) {
            return shown.sets().get(question).size();
        }

        @Override
        public String words(String question) {
            boolean category = question.startsWith("category") || question.startsWith("basis");
            String key = category ? question.substring(question.lastIndexOf(' ') + 1) : question.split(" ")[0];
            return (category ? json.path("categories").path(key) : json.path(key)).path("quote").asText(null);
        }
    }

    /** A label of which only salted digests of the answers are given: it can be scored against, and not read. */
    record Blind(String salt, Set<String> digests, JsonNode counts) implements Label {
        Blind(JsonNode blind) {
            this(blind.path("salt").asText(), new HashSet<>(), blind.path("counts"));
            blind.path("digests").forEach(digest -> digests.add(digest.asText()));
        }

        @Override
        public boolean has(String question, Object answer) {
            return digests.contains(digest(question, answer));
        }

        @Override
        public boolean holds(String question, String member) {
            return digests.contains(digest(question + " has", member));
        }

        @Override
        public int count(String question) {
            return counts.path(question).asInt();
        }

        @Override
        public Answers shown() {
            return null;
        }

        @Override
        public String words(String question) {
            return null;
        }

        private String digest(String question, Object answer) {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256")
                        .digest((salt + "|" + question + "|" + json(answer)).getBytes(StandardCharsets.UTF_8));
                return HexFormat.of().formatHex(hash, 0, 8);
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }

        private static String json(Object answer) {
            if (!(answer instanceof String text)) {
                return String.valueOf(answer);
            }
            StringBuilder out = new StringBuilder("\"");
            for (int at = 0; at < text.length(); at++) {
                char c = text.charAt(at);
                if (c == '"' || c == '\\') {
                    out.append('\\').append(c);
                } else if (c < ' ' || c > '~') {
                    out.append(String.format("\\u%04x", (int) c));
                } else {
                    out.append(c);
                }
            }
            return out.append('"').toString();
        }
    }
}
