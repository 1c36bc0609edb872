package dev.policyscan;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** Forms in which one policy may come without a change of what it says. */
enum TextForm {
    /** A web page. */
    PAGE {
        @Override
        String of(String markdown) {
            List<TablesExtension> tables = List.of((TablesExtension) TablesExtension.create());
            String body = HtmlRenderer.builder().extensions(tables).build().render(Parser.builder().extensions(tables).build().parse(markdown));
            return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>Privacy Policy</title></head><body><main>" + body + "</main></body></html>";
        }

        @Override
        String ending() {
            return ".html";
        }
    },
    /** Lines that end as on Windows. */
    WINDOWS {
        @Override
        String of(String markdown) {
            return markdown.replace("\n", "\r\n");
        }
    },
    /** Blanks at which no line may break, between words in small letters. */
    NO_BREAK {
        @Override
        String of(String markdown) {
            return BETWEEN_WORDS.matcher(markdown).replaceAll("\u00a0");
        }
    },
    /** Typographic apostrophes and quotation marks. */
    CURLY {
        @Override
        String of(String markdown) {
            return QUOTED.matcher(markdown).replaceAll("\u201c$1\u201d").replace('\'', '\u2019');
        }
    },
    /** Single quotation marks. */
    SINGLE {
        @Override
        String of(String markdown) {
            return QUOTED.matcher(markdown).replaceAll("'$1'").replace('\u201c', '\u2018').replace('\u201d', '\u2019');
        }
    },
    /** Quotation marks around a term. */
    QUOTED_TERM {
        @Override
        String of(String markdown) {
            return TERM.matcher(markdown).replaceAll("\"$1\"");
        }
    },
    /** A sign for "and". */
    AMPERSAND {
        @Override
        String of(String markdown) {
            return AND.matcher(markdown).replaceAll(" & ");
        }
    },
    /** British spelling. */
    BRITISH {
        @Override
        String of(String markdown) {
            String text = markdown;
            for (Map.Entry<String, String> word : Map.of("ersonaliz", "ersonalis", "ehavior", "ehaviour", "uthoriz", "uthoris", "ecogniz", "ecognis", "onor ", "onour ").entrySet()) {
                text = text.replace(word.getKey(), word.getValue());
            }
            return text;
        }
    },
    /** Words in full that were contracted. */
    EXPANDED {
        @Override
        String of(String markdown) {
            String text = markdown;
            for (String[] words : CONTRACTIONS) {
                text = text.replace(words[0], words[1]);
            }
            return text;
        }
    };

    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z,]) (?=[a-z])");
    private static final Pattern TERM = Pattern.compile("(?<=[a-z] )(personal information)\\b(?![\"\u201d])");
    private static final Pattern AND = Pattern.compile("(?<=[a-z]) and (?=[a-z])");
    private static final Pattern QUOTED = Pattern.compile("\"([^\"\n]{1,80})\"");
    private static final String[][] CONTRACTIONS = {{"don't", "do not"}, {"doesn't", "does not"}, {"won't", "will not"}, {"can't", "cannot"}, {"isn't", "is not"}, {"aren't", "are not"},
        {"haven't", "have not"}, {"hasn't", "has not"}, {"We've", "We have"}, {"we've", "we have"}, {"We'll", "We will"}, {"we'll", "we will"}, {"We're", "We are"}, {"we're", "we are"}};

    /** The text, which is Markdown, in this form. */
    abstract String of(String markdown);

    /** What the name of a file of this form ends in. */
    String ending() {
        return ".md";
    }
}
