package dev.policyscan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Makes pages of one to four megabytes as sites serve them: a policy somewhere in scripts, data, menus, pictures, banners and a hundred nested blocks. */
public final class HeavyPages {
    private static final List<String> SAMPLES = List.of(
            "harborview-dental", "linden-labs", "marigold-outfitters", "orrery-cloud", "pennywhistle-kids", "quillmark-data", "tidewater-news");
    private static final String[] NOUNS = {
        "garden", "kettle", "lantern", "harbour", "meadow", "pebble", "saddle", "thimble", "walnut", "ribbon", "orchard", "ladder", "canvas", "copper",
        "feather", "marble", "pocket", "timber", "velvet", "winter", "basket", "candle", "drawer", "engine", "market", "mirror", "needle", "pillow",
    };
    private static final String[] BUILDERS = {"row", "col", "wrap", "inner", "grid", "stack", "box", "cell", "flex", "pane", "block", "unit"};
    /** What stands in the data of scripts, so that a reader who takes it for the policy gets other facts. */
    private static final String[] BAIT = {
        "We sell your personal information to 814 partners.", "We keep everything forever.", "We do not honor Global Privacy Control.", "Last updated: May 5, 2011",
    };

    private final Random random;
    private final StringBuilder out = new StringBuilder();

    private HeavyPages(int seed) {
        random = new Random(seed * 6151L + 3);
    }

    /** The sample whose policy page number {@code seed} holds. */
    public static Path sample(int seed) {
        return Path.of("src", "test", "resources", "formats", SAMPLES.get(seed % SAMPLES.size()) + ".html");
    }

    /** Page number {@code seed}; the same at each call. */
    public static String page(int seed) throws IOException {
        String html = Files.readString(sample(seed));
        return new HeavyPages(seed).page(between(html, "<title>", "</title>"), policy(html), 1_000_000 + seed % 16 * 200_000);
    }

    private static String policy(String html) {
        return html.contains("<article>") ? between(html, "<article>", "</article>") : between(html, "<body>", "</body>");
    }

    private static String between(String html, String open, String close) {
        int start = html.indexOf(open) + open.length();
        return html.substring(start, html.lastIndexOf(close));
    }

    private String page(String title, String policy, int size) {
        boolean dataFirst = random.nextBoolean();
        out.append("<!DOCTYPE html>\n<html lang=\"en\" class=\"no-js\">\n<head>\n<meta charset=\"utf-8\">\n<title>").append(title).append("</title>\n");
        styles(40 + random.nextInt(400));
        scripts(2 + random.nextInt(10));
        out.append("</head>\n<body class=\"page-template ").append(name()).append("\">\n<noscript><iframe src=\"/tags.html\" height=\"0\"></iframe></noscript>\n");
        sprites(20 + random.nextInt(200));
        banner();
        if (dataFirst) {
            data(size / 2);
        }
        out.append("<a class=\"skip-link\" href=\"#content\">Skip to content</a>\n<div id=\"app\">\n");
        menu();
        int depth = 5 + random.nextInt(95);
        for (int i = 0; i < depth; i++) {
            out.append("<div class=\"").append(pick(BUILDERS)).append("-").append(i).append(' ').append(name()).append("\" data-id=\"").append(random.nextInt(1 << 30)).append("\">\n");
        }
        breadcrumbs();
        boolean main = random.nextBoolean();
        out.append(main ? "<main id=\"content\" role=\"main\">\n" : "<div id=\"content\" class=\"entry-content\">\n");
        out.append(policy);
        out.append(main ? "\n</main>\n" : "\n</div>\n");
        related(4 + random.nextInt(30));
        out.append("</div>\n".repeat(depth));
        newsletter();
        footer();
        out.append("</div>\n");
        dialog();
        while (out.length() < size) {
            if (random.nextInt(4) == 0) {
                scripts(3);
            } else {
                data(Math.min(size - out.length(), 200_000));
            }
        }
        return out.append("</body>\n</html>\n").toString();
    }

    private void styles(int rules) {
        out.append("<style>\n");
        for (int i = 0; i < rules; i++) {
            out.append('.').append(name()).append(" > .").append(name()).append(":hover{color:#").append(Integer.toHexString(random.nextInt(1 << 24))).append(";margin:0 auto}\n");
        }
        out.append("</style>\n");
    }

    private void scripts(int count) {
        for (int i = 0; i < count; i++) {
            out.append("<script async src=\"/static/").append(name()).append(".js\"></script>\n<script>\n(function(w,d){var q=w.q||[];");
            for (int k = random.nextInt(200); k > 0; k--) {
                out.append("if(d.").append(pick(NOUNS)).append("<").append(random.nextInt(99)).append("&&q.length>0){q.push(\"<p class='x'>").append(words(4)).append("<\\/p>\")}\n");
            }
            out.append("})(window,document);\n</script>\n");
        }
    }

    private void data(int size) {
        int end = out.length() + size;
        out.append("<script type=\"application/json\" id=\"state-").append(name()).append("\">{\"entries\":[");
        while (out.length() < end) {
            out.append("{\"id\":").append(random.nextInt(1 << 30)).append(",\"href\":\"\\/").append(name()).append("\",\"html\":\"\\u003cp\\u003e").append(words(12))
                    .append(random.nextInt(20) == 0 ? " " + pick(BAIT) : "").append("\\u003c\\/p\\u003e\"},");
        }
        out.append("{}]}</script>\n");
    }

    private void sprites(int count) {
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\" style=\"display:none\">\n");
        for (int i = 0; i < count; i++) {
            out.append("<symbol id=\"icon-").append(name()).append("\" viewBox=\"0 0 24 24\"><title>").append(words(1)).append("</title><path d=\"M").append(random.nextInt(24));
            for (int k = 0; k < 30; k++) {
                out.append(' ').append("LCQZ".charAt(k % 4)).append(random.nextInt(2400) / 100.0);
            }
            out.append("\"/></symbol>\n");
        }
        out.append("</svg>\n");
    }

    private void banner() {
        String[] names = {"id=\"onetrust-banner-sdk\"", "class=\"cookie-notice\"", "id=\"cookie-banner\" role=\"dialog\""};
        out.append("<div ").append(pick(names)).append("><p>This site uses cookies to improve your experience. By continuing you accept our partners' cookies.</p>"
                + "<button>Accept all</button><button>Cookie settings</button></div>\n");
    }

    private void menu() {
        out.append("<header class=\"site-header\"><a href=\"/\"><svg class=\"logo\"><use href=\"#icon-logo\"/></svg></a><nav class=\"mega-menu\"><ul>\n");
        for (int i = 3 + random.nextInt(8); i > 0; i--) {
            out.append("<li><button aria-expanded=\"false\">").append(words(1)).append("</button><div class=\"panel\"><ul>\n");
            for (int k = random.nextInt(40); k > 0; k--) {
                link("<li>", "</li>\n");
            }
            out.append("</ul></div></li>\n");
        }
        out.append("</ul></nav><form role=\"search\" action=\"/search\"><label>Search <input name=\"q\" placeholder=\"Search\"></label></form></header>\n");
    }

    private void breadcrumbs() {
        out.append("<ol class=\"breadcrumb\">");
        for (int i = 0; i < 3; i++) {
            link("<li>", "</li>");
        }
        out.append("</ol>\n");
    }

    private void related(int count) {
        out.append("<aside class=\"related-posts\"><h3>You may also like</h3><ul>\n");
        for (int i = 0; i < count; i++) {
            link("<li><img src=\"/img/" + name() + ".webp\" alt=\"" + words(2) + "\" loading=\"lazy\">", "</li>\n");
        }
        out.append("</ul></aside>\n");
    }

    private void newsletter() {
        out.append("<section class=\"newsletter-signup\"><form><h4>Letters from the ").append(pick(NOUNS))
                .append("</h4><label>Email <input type=\"email\"></label><select>");
        for (int i = 0; i < 250; i++) {
            out.append("<option value=\"").append(i).append("\">").append(words(1)).append("</option>");
        }
        out.append("</select><button>Sign up</button></form></section>\n");
    }

    private void footer() {
        out.append("<footer class=\"site-footer\"><div class=\"columns\">\n");
        for (int i = 10 + random.nextInt(60); i > 0; i--) {
            link("<p>", "</p>\n");
        }
        out.append("<a href=\"/terms\">Terms</a> <a href=\"/privacy\">Privacy</a> <small>&copy; ").append(2010 + random.nextInt(15)).append(" All rights reserved.</small></div></footer>\n");
    }

    private void dialog() {
        out.append("<div class=\"modal\" role=\"dialog\" aria-hidden=\"true\"><h2>Choose a country</h2>\n");
        for (int i = random.nextInt(200); i > 0; i--) {
            link("", "\n");
        }
        out.append("</div>\n");
    }

    private void link(String before, String after) {
        out.append(before).append("<a class=\"").append(name()).append("\" href=\"/").append(name()).append("\" data-track='{\"a\":\">").append(random.nextInt(999)).append("\"}'>")
                .append(words(1 + random.nextInt(3))).append("</a>").append(after);
    }

    private String name() {
        return pick(NOUNS) + "-" + pick(BUILDERS) + "__" + Integer.toString(random.nextInt(1 << 20), 36);
    }

    private String words(int count) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String word = pick(NOUNS);
            words.append(i == 0 ? word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) : " " + word);
        }
        return words.toString();
    }

    private String pick(String[] from) {
        return from[random.nextInt(from.length)];
    }
}
