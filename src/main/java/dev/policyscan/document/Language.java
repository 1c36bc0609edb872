package dev.policyscan.document;

/** Tells the language of a text by its script and its most frequent words. */
public final class Language {
    /** What stands for a language that cannot be told. */
    public static final String UNDETERMINED = "und";
    private static final int MAX_WORDS = 600;
    /** Shorter texts are taken for another language only where many of their words are. */
    private static final int FEW_WORDS = 120;
    private static final int MAX_CHARS = 400_000;
    /** Longer runs of letters are no words of the lists. */
    private static final int MAX_WORD = 12;
    /** The first character of a script other than the Latin one. */
    private static final int FIRST_OTHER = 0x370;

    private static final String[][] FREQUENT = {
        {"en", "the of and to in we you your our is are for that this or may with not by be as on from have it will any us if"},
        {"de", "der die das und wir sie ist ihre ihrer von zu mit für auf den dem des nicht ein eine werden oder wenn im zur uns als bei"},
        {"fr", "le la les des et de nous vous vos notre nos est pour dans que qui une un sur par ou ne pas au aux ce sont avec du en"},
        {"es", "el la los las de del y que en nosotros usted su sus nuestra nuestro es para por una un con no se al como o puede lo"},
        {"it", "il la i gli le di del della dei e che in noi è per una un con non si al nostro nostra sono o da tuoi suoi può alla"},
        {"pt", "o a os as de do da dos das e que em nós você seu sua seus suas nosso é para por uma um com não se ao ou pode no na"},
        {"nl", "de het een en van wij we u uw is voor met niet op dat die te zijn in onze of door als bij kunnen ook aan om worden"},
        {"pl", "i w z na do nie się że jest oraz przez lub dla są o od może ich jak po nas za tym które który przy ze danych"},
        {"sv", "och att det som på är av för med inte vi du dina till den har om kan eller när vår våra ett en i de från dig"},
        {"da", "og at det som på er af for med ikke vi du dine til den har om kan eller når vores et en i de fra dig hvis"},
        {"no", "og å det som på er av for med ikke vi du dine til den har om kan eller når vår våre et en i de fra deg hvis"},
        {"fi", "ja on ei se että me voi joka ovat tai kun sekä myös olla tämä kuin mukaan jos meidän voimme tietoja ne sinun"},
        {"cs", "a v na se je že o s z do pro které nebo jsou k by jako za od po při vás nás může být jeho jste ve"},
        {"tr", "ve bir bu için ile da de olarak veya biz sizin gibi daha kişisel olan tarafından bizim ne kadar çok en her"},
        {"ro", "și de la în a pe cu că din pentru sau nu este sunt care un o dumneavoastră noi prin mai ne fi dacă ale"},
        {"hu", "a az és hogy nem is egy vagy van ez azt amely meg csak mint el ha által ön mi vagyunk adatok személyes"},
        {"id", "dan yang di untuk dengan anda kami dari atau ini dalam tidak pada dapat kepada akan oleh kita sebagai jika"},
        {"ru", "и в не на что с по для мы вы к как или от о это за вас ваши при если из их может он так нас"},
        {"uk", "і в не на що з по для ми ви до як або від про це за вас ваші при якщо та їх може він у є нас"},
        {"bg", "и в не на че с по за ние вие да като или от се това вас вашите при ако са из их може които ни"}
    };

    /** The letters of ASCII in lower case; nothing elsewhere. */
    private static final char[] ASCII = new char[128];
    /** Open-addressed table of the words. */
    private static final String[] WORDS = new String[1 << 11];
    /** The lists each of them stands in, a bit each. */
    private static final int[] LISTS = new int[WORDS.length];

    static {
        for (char c = 'a'; c <= 'z'; c++) {
            ASCII[c] = c;
            ASCII[c - 32] = c;
        }
        for (int i = 0; i < FREQUENT.length; i++) {
            for (String word : FREQUENT[i][1].split(" ")) {
                int slot = slot(word, 0, word.length(), hash(word));
                WORDS[slot] = word;
                LISTS[slot] |= 1 << i;
            }
        }
    }

    private Language() {}

    /** The ISO 639-1 code of the text's language; {@code und} where there is too little text to tell. */
    public static String of(String text) {
        Sample sample = new Sample();
        int read = sample.read(text, 0, MAX_WORDS);
        String language = sample.language();
        if (read < text.length() && !language.equals(FREQUENT[0][0])) {
            // A page that carries its policy in two languages is read in English, whichever comes first.
            sample.read(text, read, Integer.MAX_VALUE);
            return sample.isEnglishToo() ? FREQUENT[0][0] : language;
        }
        return language;
    }

    /** Where a word stands in the table, in whatever case, or the empty place where it would. */
    private static int slot(String text, int start, int end, int hash) {
        int slot = (hash ^ hash >>> 11) & WORDS.length - 1;
        while (WORDS[slot] != null && !same(WORDS[slot], text, start, end)) {
            slot = slot + 1 & WORDS.length - 1;
        }
        return slot;
    }

    private static int hash(String word) {
        int h = 0;
        for (int i = 0; i < word.length(); i++) {
            h = h * 31 + lower(word.charAt(i));
        }
        return h;
    }

    private static boolean same(String word, String text, int start, int end) {
        if (word.length() != end - start) {
            return false;
        }
        for (int i = start; i < end; i++) {
            if (lower(text.charAt(i)) != word.charAt(i - start)) {
                return false;
            }
        }
        return true;
    }

    private static char lower(char c) {
        // The dotted capital I of Turkish has no lower case of one character.
        return c == '\u0130' ? c : Text.toLowerCase(c);
    }

    /** What is counted in the beginning of a text. */
    private static final class Sample {
        private final int[] hits = new int[FREQUENT.length];
        private int words;
        private int letters;
        private int han;
        private int kana;
        private int hangul;
        private int arabic;
        private int persian;
        private int hebrew;
        private int greek;
        private int thai;
        private int devanagari;

        /** Reads on until so many words are counted, and gives the place it has come to. */
        int read(String text, int from, int most) {
            int end = Math.min(text.length(), MAX_CHARS);
            int i = from;
            while (i < end && words < most) {
                int start = i;
                int hash = 0;
                while (i < end) {
                    char c = text.charAt(i);
                    char letter = c < 128 ? ASCII[c] : Character.isLetter(c) ? lower(c) : 0;
                    if (letter == 0) {
                        break;
                    }
                    hash = hash * 31 + letter;
                    if (c >= FIRST_OTHER) {
                        script(c);
                    }
                    i++;
                }
                if (i == start) {
                    i++;
                    continue;
                }
                words++;
                letters += i - start;
                if (i - start <= MAX_WORD) {
                    word(text, start, i, hash);
                }
            }
            return i;
        }

        private void word(String text, int start, int end, int hash) {
            for (int bits = LISTS[slot(text, start, end, hash)]; bits != 0; bits &= bits - 1) {
                hits[Integer.numberOfTrailingZeros(bits)]++;
            }
        }

        private void script(char c) {
            switch (Character.UnicodeScript.of(c)) {
                case HAN -> han++;
                case HIRAGANA, KATAKANA -> kana++;
                case HANGUL -> hangul++;
                case ARABIC -> {
                    arabic++;
                    persian += "پچژگکی".indexOf(c) >= 0 ? 1 : 0;
                }
                case HEBREW -> hebrew++;
                case GREEK -> greek++;
                case THAI -> thai++;
                case DEVANAGARI -> devanagari++;
                default -> { }
            }
        }

        String language() {
            if (kana + han > letters / 2) {
                return kana > letters / 10 ? "ja" : "zh";
            }
            if (arabic > letters / 2) {
                return persian > arabic / 20 ? "fa" : "ar";
            }
            String script = hangul > letters / 2 ? "ko" : hebrew > letters / 2 ? "he" : greek > letters / 2 ? "el"
                    : thai > letters / 2 ? "th" : devanagari > letters / 2 ? "hi" : null;
            return script != null ? script : frequentWords();
        }

        /** Whether a third or more of a long text seems to be English; the words that other languages have in common with it come to less. */
        boolean isEnglishToo() {
            return hits[0] >= FEW_WORDS && hits[0] * 2 >= hits[best()] && hits[0] * 10 >= words;
        }

        private int best() {
            int best = 0;
            for (int i = 1; i < hits.length; i++) {
                best = hits[i] > hits[best] ? i : best;
            }
            return best;
        }

        private String frequentWords() {
            int best = best();
            // Running text has every third word in its language's list, a table of terms still every tenth.
            boolean certain = words >= FEW_WORDS || best == 0 || hits[best] * 4 >= words && hits[best] >= hits[0] * 2;
            return hits[best] >= 2 && hits[best] * 10 >= words && certain ? FREQUENT[best][0] : UNDETERMINED;
        }
    }
}
