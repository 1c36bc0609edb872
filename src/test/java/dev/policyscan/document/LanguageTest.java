package dev.policyscan.document;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "en | We collect your name and may share it with our partners.",
        "en | WE DO NOT SELL YOUR PERSONAL INFORMATION TO ANYONE.",
        "de | Wir erheben personenbezogene Daten, wenn Sie unsere Website nutzen und uns eine Nachricht senden.",
        "fr | Nous collectons les données que vous nous donnez et nous ne les vendons pas à des tiers.",
        "es | Recopilamos los datos que usted nos da y no vendemos su información a terceros.",
        "it | Raccogliamo i dati che ci fornisci e non vendiamo le tue informazioni a terzi.",
        "pt | Coletamos os dados que você nos fornece e não vendemos suas informações a terceiros.",
        "nl | Wij verzamelen de gegevens die u ons geeft en verkopen uw informatie niet aan derden.",
        "pl | Zbieramy dane, które nam podajesz, i nie sprzedajemy ich innym firmom w żadnym celu.",
        "sv | Vi samlar in uppgifter som du ger oss och säljer inte din information till någon annan.",
        "da | Vi indsamler oplysninger, som du giver os, og vi sælger ikke dine oplysninger til andre af hensyn til dig.",
        "no | Vi samler inn opplysninger som du gir oss, og vi selger ikke opplysninger om deg til andre av hensyn til deg.",
        "fi | Keräämme tietoja, joita annat meille, ja me emme myy niitä, joten ne ovat turvassa.",
        "cs | Shromažďujeme údaje, které nám poskytnete, a neprodáváme je nikomu, protože je to vaše soukromí.",
        "tr | Kişisel verilerinizi bizim hizmet için topluyoruz ve bu bilgiler üçüncü bir taraf ile paylaşılmaz.",
        "ro | Colectăm datele pe care ni le oferiți și nu le vindem, pentru că sunt ale dumneavoastră.",
        "hu | Az adatokat csak azért gyűjtjük, hogy a szolgáltatás jobb legyen, és nem adjuk el.",
        "id | Kami mengumpulkan data yang anda berikan dan tidak menjual data anda kepada pihak lain.",
        "ru | Мы собираем данные, которые вы нам даёте, и не продаём их.",
        "uk | Ми збираємо дані, які ви нам надаєте, і не продаємо їх.",
        "bg | Ние събираме данните, които вие ни давате, и не ги продаваме.",
        "zh | 我们收集您提供给我们的个人信息，不会出售给第三方。",
        "ja | 当社はお客様から提供された個人情報を収集し、第三者に販売しません。",
        "ko | 당사는 귀하가 제공한 개인정보를 수집하며 제삼자에게 판매하지 않습니다.",
        "ar | نحن نجمع المعلومات التي تقدمها لنا ولا نبيعها لأي طرف ثالث.",
        "fa | ما اطلاعاتی را که شما به ما می‌دهید جمع‌آوری می‌کنیم و نمی‌فروشیم.",
        "he | אנו אוספים את המידע שאתה מספק לנו ואיננו מוכרים אותו.",
        "el | Συλλέγουμε τα στοιχεία που μας δίνετε και δεν τα πουλάμε.",
        "hi | हम आपकी जानकारी एकत्र करते हैं और उसे नहीं बेचते।",
        "th | เราเก็บรวบรวมข้อมูลของคุณและไม่ขายข้อมูล",
        "und | Identifiers",
        "und | 12345 67890 ...",
        "und | qwx zzrt plk vbnm ghjk"
    })
    void tellsLanguages(String language, String text) {
        assertEquals(language, Language.of(text));
    }

    @Test
    void nothingIsUndetermined() {
        assertEquals("und", Language.of(""));
    }

    @Test
    void aTextInTwoLanguagesIsEnglishWhereThatIsMoreThanItsFooter() {
        String spanish = "Recopilamos los datos que usted nos da y no vendemos su información a terceros. ".repeat(400);
        String english = "We collect the information that you give to us and do not sell it to others. ";
        assertEquals("en", Language.of(spanish + english.repeat(300)));
        assertEquals("es", Language.of(spanish + english.repeat(30)));
    }

    @Test
    void aWordWithoutEndIsNoWord() {
        assertEquals("und", Language.of("a".repeat(10_000_000)));
        assertEquals("und", Language.of("\ud83d".repeat(1_000_000)));
    }

    @Test
    void theMainLanguageWins() {
        String english = "We collect your name and may share it with our partners. ";
        assertEquals("en", Language.of(english.repeat(3) + "Nous collectons les données que vous nous donnez."));
    }
}
