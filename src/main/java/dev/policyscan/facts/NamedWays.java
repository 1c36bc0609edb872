package dev.policyscan.facts;

import dev.policyscan.classify.Concept;
import dev.policyscan.classify.Mention;
import dev.policyscan.classify.Tokens;
import dev.policyscan.classify.WordSet;
import dev.policyscan.document.Link;
import dev.policyscan.statement.Clause;
import dev.policyscan.statement.PolicyReading;
import dev.policyscan.statement.Statement.Actor;
import dev.policyscan.statement.Statement.Speech;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The ways to reach a business that a clause names: its addresses, numbers, forms, pages and accounts. */
final class NamedWays {
    private static final WordSet CAME_IN = WordSet.of("provided", "collected", "obtained", "received", "gathered", "submitted", "collect", "collects", "gather", "gathers", "obtain", "obtains",
            "receive", "receives", "hold");
    private static final WordSet TAKEN = WordSet.of("request", "requests", "contact", "form", "submit", "ticket", "issue", "rights");
    private static final WordSet CENTERS = WordSet.of("center", "centre", "portal", "desk", "hub", "helpdesk");
    private static final WordSet OF_REQUESTS = WordSet.of("request", "requests", "exercise", "exercising", "rights");
    private static final WordSet PLACED = WordSet.of("through", "via", "in", "at", "using", "visit", "visiting");
    private static final WordSet TOLD = WordSet.of("authenticated", "verified", "confirmed", "acknowledged", "notified", "informed", "identity", "incorrect", "wrong", "invalid");
    /** Where one goes on foot. */
    private static final WordSet PREMISES = WordSet.of("store", "stores", "storefront", "office", "offices", "branch", "branches", "location", "locations", "shop", "shops", "clinic", "showroom",
            "restaurant", "dealership", "person");
    private static final WordSet SITE = WordSet.of("site", "website", "web", "page", "webpage");
    private static final WordSet PAGES = WordSet.of("site", "website", "page", "webpage", "portal", "center", "centre", "form", "link", "hub", "section", "app", "tool", "url", "here", "store");
    private static final WordSet AT = WordSet.of("at", "is", "below", "above", "provided", "listed", "given", "shown", "in");
    private static final WordSet THROUGH = WordSet.of("using", "through", "via", "with", "at", "on");
    private static final WordSet BY = WordSet.of("by", "contact", "call", "write");
    private static final WordSet JOINED = WordSet.of("linked", "tied", "connected");
    private static final WordSet JOINS = WordSet.of("or", "and");
    private static final WordSet OWNERS = WordSet.of("your", "their", "his", "her", "a", "consumer");
    /** Behind "mail" that no one carries: "our website or mail servers". */
    private static final WordSet MACHINES = WordSet.of("server", "servers", "client", "clients", "account", "accounts", "system", "systems");
    private static final WordSet PRINTED = WordSet.of("given", "listed", "shown", "posted", "displayed", "found", "published", "available");
    private static final WordSet FILLS = WordSet.of("fill", "filling", "filled");
    /** Behind "in a form": words that say what the form is like. */
    private static final WordSet OF_WHAT = WordSet.of("that", "which", "where", "permitting", "allowing", "identifying");
    /** Behind "here" where it means this policy: "if anything here is unclear". */
    private static final WordSet STANDS = WordSet.of("is", "are", "applies", "apply", "does", "do");
    /** Before "here" where it means this policy: "except as described here". */
    private static final WordSet SAID = WordSet.of("described", "stated", "explained", "outlined", "disclosed", "mentioned", "set");
    private static final WordSet DEALINGS = WordSet.of("order", "orders", "purchase", "purchases", "security", "privacy", "experience", "practices", "transaction",
            "transactions", "activity", "indicated");
    private static final WordSet ASKED = WordSet.of("request", "requests", "choice", "signal", "preference");
    private static final WordSet AWAY = WordSet.of("other", "third", "external", "outside", "websites", "sites", "various", "additional", "leave");
    /** Before "links" that are to be followed: not "which links", "contain links", "password recovery links". */
    private static final WordSet LEADS = WordSet.of("the", "these", "those", "following", "our", "below", "appropriate", "relevant", "out", "request", "using", "via", "through", "by");
    /** What the addresses of pages hold where advertisers, browsers, platforms and regulators, not the business, take choices. */
    private static final List<String> OTHERS = List.of("aboutads", "networkadvertising", "adchoices", "youronlinechoices", "aboutcookies", "thenai.", "edaa.", "tools.google",
            "adssettings", "donotcall", "dmachoice", "privacy.shopify");
    private static final List<String> REQUEST_PAGES = List.of("request", "form", "ccpa", "dsar", "rights", "opt-out", "optout", "donotsell", "do-not-sell");
    /** Before "a link to your profile" that is to be told in a request. */
    private static final WordSet ENCLOSES = WordSet.of("include", "including", "provide", "providing", "attach", "attaching", "enclose", "paste", "send", "share", "sharing");
    private static final WordSet CLICKS = WordSet.of("click", "clicking", "link", "links", "form", "portal");
    private static final WordSet SIGNALS = WordSet.of("signal", "signals");
    private static final WordSet WHEN = WordSet.of("when", "while", "by", "during", "upon", "to", "as", "for");
    private static final int NEAR = 5;
    /** Tokens of a name in quotes with a preposition before it: "on the "My Account"". */
    private static final int QUOTED = 6;
    /** Tokens from "your" to the last of what is listed as the consumer's. */
    private static final int LISTED = 9;
    /** Words of a line in a table of contents, at most. */
    private static final int TITLE = 8;
    /** Tokens from "write to our" to the e-mail address of who is named there: "write to our Privacy Officer, Ada Heron, at …". */
    private static final int MAILBOX = 12;

    private NamedWays() {}

    static Set<RequestMethod> methods(Clause clause, PolicyReading reading, boolean exercise) {
        Set<RequestMethod> methods = EnumSet.noneOf(RequestMethod.class);
        Tokens tokens = clause.tokens();
        boolean email = false;
        boolean form = hasForm(clause, exercise) && !titled(clause, reading);
        List<Link> links = linksOf(clause, reading);
        boolean own = !leadsToOthers(clause, links);
        boolean online = exercise && own && leadsOnline(clause, links);
        boolean telephone = clause.has(Concept.PHONE_WORD) || underTelephone(clause, reading);
        for (int i = clause.from(); i < clause.to(); i++) {
            email |= tokens.kind(i) == Tokens.Kind.EMAIL || spelledOut(clause, i);
            if (clause.hasFigures() && (PhoneNumbers.phone(tokens, i, clause.to()) || PhoneNumbers.international(tokens, i, clause, telephone)) && !PhoneNumbers.toFax(clause, i)) {
                methods.add(RequestMethod.PHONE);
            }
            if (tokens.kind(i) == Tokens.Kind.URL && own && labelled(clause, i) && takesRequests(tokens.text(i))) {
                methods.add(RequestMethod.WEB_FORM);
            }
            if (tokens.kind(i) == Tokens.Kind.URL && exercise && own && !spelledOut(clause, i - 2) && !clause.hasWithin(Concept.ACCOUNT_WORD, i - QUOTED, i)
                    && (clause.has(Concept.REQUEST_TRIGGER) && clause.hasAny(Concept.REQUEST_VERB, Concept.WEB_FORM_WORD)
                    || labelled(clause, i) && (RequestClauses.itemOfRequests(clause, reading) || asked(clause, reading))
                    || hasPath(tokens.text(i)) && (clause.words() <= 1 || clause.hasAny(Concept.REQUEST_VERB, Concept.WEB_FORM_WORD)))) {
                methods.add(RequestMethod.WEB_FORM);
            }
        }
        for (Link link : links) {
            if (link.toMailbox()) {
                email = true;
            } else if (link.toTelephone()) {
                methods.add(RequestMethod.PHONE);
            } else if (!withinPage(link) && (online || exercise && own && (form || clause.has(Concept.REQUEST_TRIGGER) && (takesRequests(clause, link) || toCenter(clause, link))))) {
                methods.add(RequestMethod.WEB_FORM);
            }
        }
        boolean named = exercise || clause.has(Concept.CONTACT_CUE) && listsWays(clause);
        if (email || named && byEmail(clause)) {
            methods.add(RequestMethod.EMAIL);
        }
        if (online || form) {
            methods.add(RequestMethod.WEB_FORM);
        }
        if (byMail(clause) || PostalAddress.in(clause) || !exercise && clause.has(Concept.MAIL_WORD, "address") && hasNumber(clause)) {
            methods.add(RequestMethod.MAIL);
        }
        if (exercise && SelfService.named(clause) && manages(clause) && (clause.hasAny(Concept.REQUEST_TRIGGER, Concept.REQUEST_VERB) || SelfService.acts(clause)
                || clause.hasWord("yourself") || SelfService.instructs(clause) || RequestClauses.doesThis(clause) || RequestClauses.itemOfRequests(clause, reading))) {
            methods.add(RequestMethod.ACCOUNT);
        }
        if (named && clause.has(Concept.PHONE_WORD, "by")) {
            methods.add(RequestMethod.PHONE);
        }
        return methods;
    }

    private static boolean withinPage(Link link) {
        return link.target().startsWith("#");
    }

    /** Whether the line before it, or the cell, is no more than "Telephone". */
    private static boolean underTelephone(Clause clause, PolicyReading reading) {
        return clause.hasFigures() && clause.index() > 0 && reading.clauses().get(clause.index() - 1).has(Concept.PHONE_WORD)
                && reading.clauses().get(clause.index() - 1).words() <= 2;
    }

    /** Whether a form or portal is named, not "in the form of", "kept in a form that identifies you". */
    private static boolean hasForm(Clause clause, boolean exercise) {
        for (Mention mention : clause.mentions(Concept.WEB_FORM_WORD)) {
            if (mention.entry().name().equals("strong")
                    && !(mention.to() < clause.to() && clause.tokens().is(mention.to(), "of")) && !ofRequest(clause, mention) && !ofKeeping(clause, mention) && !SelfService.partOf(clause, mention.to()) && (exercise
                    ? !weCollectBy(clause, mention) : !cameInBy(clause, mention))) {
                return true;
            }
        }
        return false;
    }

    /** "A Do Not Sell request", "with the subject line 'Do Not Sell My Information'": what is asked, and no link to follow. */
    private static boolean ofRequest(Clause clause, Mention named) {
        Tokens tokens = clause.tokens();
        if (!clause.hasWord("sell") || !tokens.is(named.from(), "do")) {
            return false;
        }
        int next = named.to() < clause.to() && tokens.is(named.to(), '"') ? named.to() + 1 : named.to();
        boolean request = next < clause.to() && tokens.isAny(next, ASKED) || named.from() == clause.from() && isTitle(clause, next);
        for (int i = Math.max(clause.from(), named.from() - NEAR); i < Math.min(clause.to(), named.to() + NEAR); i++) {
            request |= tokens.is(i, "subject");
        }
        return request;
    }

    /** "Do Not Sell My Personal Information: We do not sell": a title that runs into what is said under it. */
    private static boolean isTitle(Clause clause, int behind) {
        return behind + 1 < clause.to() && clause.tokens().is(behind, ':') && clause.tokens().is(behind + 1, "we");
    }

    /** "Provided through our contact form": where data came from. */
    private static boolean cameInBy(Clause clause, Mention form) {
        for (int i = clause.from(); i < form.from(); i++) {
            if (clause.tokens().isAny(i, CAME_IN)) {
                return !clause.hasWord("you");
            }
        }
        return false;
    }

    /** "Information that we collect through our pages and web forms": the same where a request is spoken of. */
    private static boolean weCollectBy(Clause clause, Mention form) {
        Tokens tokens = clause.tokens();
        for (int i = form.from() - 1; i > clause.from() && i >= form.from() - NEAR - 1; i--) {
            if (tokens.isAny(i, CAME_IN)) {
                return clause.businessBefore(i) >= clause.from() && clause.hasWithin(THROUGH, i + 1, i + 2);
            }
        }
        return false;
    }

    /** "Do Not Sell My Personal Information", "Your Privacy Choices" over a section or in a table of contents: what it is about, not a link to follow. */
    private static boolean titled(Clause clause, PolicyReading reading) {
        boolean named = clause.hasWord("sell") || clause.hasWord("choices");
        if (!named || clause.hasWord("form") || clause.hasWord("click") || !clause.isHeading() && clause.words() > TITLE) {
            return false;
        }
        List<Link> links = reading.document().links().stream().filter(link -> link.start() < clause.end() && link.end() > clause.start()).toList();
        return (clause.isHeading() || !links.isEmpty()) && links.stream().allMatch(NamedWays::withinPage);
    }

    private static boolean ofKeeping(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        return mention.from() > clause.from() + 1 && (tokens.is(mention.from() - 1, "in") || tokens.is(mention.from() - 1, "into")) && !tokens.isAny(mention.from() - 2, FILLS)
                && mention.to() < clause.to() && tokens.isAny(mention.to(), OF_WHAT);
    }

    /** Whether a page or link is named where one goes, not where data came in: "click here", not "data that you provided through our site". */
    private static boolean leadsOnline(Clause clause, List<Link> links) {
        if (links.isEmpty() && clause.hasAny(SIGNALS) && clause.has(Concept.RESPOND) && !clause.hasAny(CLICKS)) {
            // "We honor it on receiving the signal with your visit to our site".
            return false;
        }
        Tokens tokens = clause.tokens();
        boolean elsewhere = !links.isEmpty() && links.stream().allMatch(link -> link.toMailbox() || link.toTelephone() || withinPage(link));
        for (Mention mention : clause.mentions(Concept.WEB_FORM_WORD)) {
            // "Contact us here", the link being a mailbox; "people who visited our site".
            if (!mention.entry().name().equals("any") || elsewhere && tokens.is(mention.to() - 1, "here") || tokens.is(mention.from(), "visited")) {
                continue;
            }
            boolean cameIn = false;
            for (int i = Math.max(clause.from(), mention.from() - NEAR); i < mention.from(); i++) {
                cameIn |= tokens.isAny(i, CAME_IN);
            }
            // "An order through the site", "security at the website".
            cameIn |= mention.from() > clause.from() && tokens.isAny(mention.from() - 1, DEALINGS) && !tokens.word(mention.from()).startsWith("visit");
            // "The telephone number given on our website".
            cameIn |= mention.from() > clause.from() && tokens.isAny(mention.from() - 1, PRINTED)
                    && (clause.hasWithin(Concept.PHONE_WORD, mention.from() - NEAR, mention.from()) || clause.hasWithin(Concept.EMAIL_WORD, mention.from() - NEAR, mention.from()));
            int next = Math.min(mention.to(), clause.to() - 1);
            boolean verb = tokens.is(mention.from(), "link") && tokens.is(next, "your") || tokens.is(mention.to() - 1, "link") && clause.hasWithin(ENCLOSES, mention.from() - 2, mention.from());
            boolean toAccount = tokens.is(mention.to() - 1, "link") && clause.hasWithin(Concept.ACCOUNT_WORD, mention.from() - QUOTED, mention.from())
                    || tokens.word(mention.from()).startsWith("click") && clause.hasWithin(Concept.ACCOUNT_WORD, mention.to(), mention.to() + QUOTED);
            boolean inMail = tokens.is(mention.to() - 1, "link") && clause.hasWithin(Concept.EMAIL_WORD, mention.to(), mention.to() + NEAR);
            boolean mailbox = tokens.kind(next) == Tokens.Kind.EMAIL || tokens.is(next, ':') && next + 1 < clause.to() && tokens.kind(next + 1) == Tokens.Kind.EMAIL;
            boolean opens = tokens.is(mention.from(), "here") && mention.to() == mention.from() + 1
                    && (mention.from() == clause.from() || tokens.isAny(next, STANDS) || tokens.isAny(mention.from() - 1, SAID) && tokens.kind(next) == Tokens.Kind.PUNCTUATION);
            boolean own = tokens.is(next, "your") && SelfService.place(clause, next) || tokens.isAny(mention.to() - 1, SITE) && SelfService.named(clause) || SelfService.partOf(clause, mention.to());
            if (!cameIn && !verb && !own && !toAccount && !toPremises(clause, mention) && !toNoPage(clause, mention, links) && !linksAway(clause, mention) && !inMail && !mailbox
                    && !opens
                    && !clause.hasWithin(Concept.ACCOUNT_WORD, mention.from() - 2, mention.to() + 1)
                    && !clause.covers(Concept.ACCOUNT_WORD, mention.from())) {
                return true;
            }
        }
        return false;
    }

    /** "Visit our shop", "visit us at 4 Quay Road": no page. */
    private static boolean toPremises(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); tokens.word(mention.from()).startsWith("visit") && i < Math.min(clause.to(), mention.to() + NEAR) && tokens.kind(i) != Tokens.Kind.URL; i++) {
            if (tokens.isAny(i, PREMISES) || tokens.kind(i) == Tokens.Kind.NUMBER && tokens.is(i - 1, "at")) {
                return true;
            }
        }
        return false;
    }

    /** "By visiting the services you use", "while visiting such sites": no page that is named or linked. */
    private static boolean toNoPage(Clause clause, Mention mention, List<Link> links) {
        Tokens tokens = clause.tokens();
        if (!tokens.is(mention.from(), "visiting")) {
            return false;
        }
        for (int i = mention.to() - 1; i < Math.min(clause.to(), mention.to() + MAILBOX); i++) {
            if (tokens.kind(i) == Tokens.Kind.URL || tokens.isAny(i, PAGES)) {
                return false;
            }
        }
        return links.isEmpty();
    }

    /** "The site may contain links to other sites", "which links you click": where others' pages are, or what is counted. */
    private static boolean linksAway(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        if (mention.to() != mention.from() + 1 || !tokens.is(mention.from(), "links")) {
            return false;
        }
        boolean away = mention.to() + 1 < clause.to() && tokens.is(mention.to(), "to") && tokens.isAny(mention.to() + 1, AWAY);
        return away || mention.from() == clause.from() || !tokens.isAny(mention.from() - 1, LEADS);
    }

    private static boolean byMail(Clause clause) {
        if (RequestClauses.writesElsewhere(clause)) {
            return false;
        }
        Tokens tokens = clause.tokens();
        for (int i = clause.from(); i + 2 < clause.to(); i++) {
            boolean writeTo = (tokens.is(i, "write") || tokens.is(i, "writing")) && tokens.is(i + 1, "to");
            int whom = i + 3 < clause.to() && (tokens.is(i + 2, "the") || tokens.is(i + 2, "our")) ? i + 3 : i + 2;
            if (writeTo && (tokens.kind(whom) == Tokens.Kind.NUMBER || tokens.kind(whom) == Tokens.Kind.WORD && tokens.capitalized(whom) && hasNumber(clause))) {
                return true;
            }
        }
        for (Mention mention : clause.mentions()) {
            if (mention.concept() == Concept.MAIL_WORD && toAddressOnline(clause, mention)) {
                continue;
            }
            boolean element = tokens.is(mention.to() - 1, "address") && (clause.has(Concept.ELEMENT, "name") || clause.has(Concept.COLUMN_EXAMPLES) || ofConsumer(clause, mention));
            if (mention.concept() == Concept.MAIL_WORD && mention.entry().name().equals("by") && !element
                    && (mention.from() == clause.from() || !clause.tokens().is(mention.from() - 1, "e")) && !electronic(clause, mention)
                    && !(mention.to() < clause.to() && tokens.isAny(mention.to(), MACHINES))) {
                return true;
            }
        }
        return false;
    }

    /** "Your mailing address", "a phone number, mailing address or e-mail address": data, no place to write to. */
    private static boolean ofConsumer(Clause clause, Mention address) {
        Tokens tokens = clause.tokens();
        int before = address.from() - 1;
        if (before < clause.from()) {
            return false;
        }
        boolean listed = tokens.is(before, ',') || tokens.isAny(before, JOINS);
        boolean further = address.to() + 1 < clause.to() && (tokens.is(address.to(), ',') || tokens.isAny(address.to(), JOINS)) && clause.hasWithin(Concept.ELEMENT, address.to(), address.to() + NEAR);
        return tokens.isAny(before, OWNERS) || listed && further;
    }

    /** "By electronic mail". */
    private static boolean electronic(Clause clause, Mention mail) {
        for (int i = Math.max(clause.from(), mail.from() - 1); i + 1 < mail.to(); i++) {
            if (clause.tokens().is(i, "electronic") && clause.tokens().is(i + 1, "mail")) {
                return true;
            }
        }
        return false;
    }

    /** "Writing to us at privacy@heron.example", "a letter certifying that the agent may act": no request by post. */
    private static boolean toAddressOnline(Clause clause, Mention mention) {
        Tokens tokens = clause.tokens();
        for (int i = mention.to(); i < Math.min(clause.to(), mention.to() + MAILBOX) && tokens.kind(i) != Tokens.Kind.NUMBER; i++) {
            if (tokens.kind(i) == Tokens.Kind.EMAIL) {
                return !tokens.is(mention.to() - 1, "letter");
            }
        }
        return clause.hasWord("agent") && (clause.hasWord("certifying") || clause.hasWord("signed"));
    }

    private static boolean hasNumber(Clause clause) {
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.tokens().kind(i) == Tokens.Kind.NUMBER) {
                return true;
            }
        }
        return false;
    }

    /** Whether e-mail is a way to ask, not one to be told or checked: "verified by e-mail", "a telephone number or e-mail address that you gave". */
    private static boolean byEmail(Clause clause) {
        for (Mention mention : clause.mentions(Concept.EMAIL_WORD)) {
            boolean element = clause.tokens().is(mention.from(), "or") && mention.to() + 1 < clause.to() && clause.tokens().is(mention.to(), "address")
                    && clause.tokens().kind(mention.to() + 1) == Tokens.Kind.WORD && !clause.hasWithin(AT, mention.to(), mention.to() + 2);
            // "Any change of your telephone number or e-mail address.": what is changed.
            element |= clause.tokens().is(mention.from(), "or") && mention.to() < clause.to() && clause.tokens().is(mention.to(), "address") && clause.hasWithin(OWNERS, mention.from() - LISTED, mention.from())
                    && !clause.hasWithin(THROUGH, mention.from() - LISTED, mention.from()) && !clause.hasWithin(BY, mention.from() - LISTED, mention.from());
            // "An e-mail address provided when you subscribe": when it came.
            int provided = clause.tokens().is(mention.to() - 1, "provided") ? mention.to() - 1 : mention.to() + 1;
            element |= provided + 1 < clause.to() && clause.tokens().is(provided, "provided") && clause.tokens().isAny(provided + 1, WHEN);
            if (mention.entry().name().equals("by") && !element
                    && (mention.from() == clause.from() || !clause.tokens().isAny(mention.from() - 1, TOLD)) && !throughForm(clause, mention)) {
                return true;
            }
        }
        return false;
    }

    /** "E-mail us with our contact form": the form is the way. */
    private static boolean throughForm(Clause clause, Mention email) {
        for (Mention form : clause.mentions(Concept.WEB_FORM_WORD)) {
            if (form.from() >= email.to() && form.entry().name().equals("strong") && clause.hasWithin(THROUGH, email.to(), form.from() + 1)) {
                return !clause.hasWithin(JOINS, email.to(), form.from());
            }
        }
        return false;
    }

    /** "You may contact us by e-mail, US mail or phone": the ways themselves, wherever their addresses stand. */
    private static boolean listsWays(Clause clause) {
        Tokens tokens = clause.tokens();
        for (int i = clause.from() + 1; i + 1 < clause.to(); i++) {
            if (tokens.is(i, "by") && clause.hasWithin(Concept.CONTACT_CUE, Math.max(clause.from(), i - MAILBOX), i)
                    && (clause.covers(Concept.EMAIL_WORD, i + 1) || clause.covers(Concept.PHONE_WORD, i + 1) || clause.covers(Concept.MAIL_WORD, i + 1))) {
                return !clause.hasWord("when") && !clause.hasWord("contacts") && !clause.anyStatement(s -> s.actor() == Actor.BUSINESS && s.actorStated() && s.speech() == Speech.ASSERTION);
            }
        }
        return false;
    }

    /** "To opt out of advertising, visit aboutads.info": a page, but nobody there knows the business; a page of its own may stand beside it. */
    private static boolean leadsToOthers(Clause clause, List<Link> links) {
        boolean others = false;
        for (int i = clause.from(); i < clause.to(); i++) {
            if (clause.tokens().kind(i) == Tokens.Kind.URL) {
                if (!ofOthers(clause.tokens().text(i))) {
                    return false;
                }
                others = true;
            }
        }
        return (others || !links.isEmpty()) && links.stream().allMatch(link -> ofOthers(link.target()));
    }

    private static boolean ofOthers(String address) {
        String target = address.toLowerCase(Locale.ROOT);
        return OTHERS.stream().anyMatch(target::contains);
    }

    /** "Privacy (at) heron [dot] example": the sign in brackets. */
    private static boolean spelledOut(Clause clause, int i) {
        Tokens tokens = clause.tokens();
        return i > clause.from() + 1 && i + 2 < clause.to() && tokens.is(i, "at")
                && (tokens.is(i - 1, '[') && tokens.is(i + 1, ']') || tokens.is(i - 1, '(') && tokens.is(i + 1, ')'));
    }

    /** "Submit a [data subject request]", "[contact us] to exercise": a link out of the policy that is named for what it takes. */
    static boolean takesRequests(Clause clause, Link link) {
        Tokens tokens = clause.tokens();
        if (link.target().startsWith("#") || link.toMailbox() || link.toTelephone()) {
            return false;
        }
        for (int i = tokens.firstFrom(Math.max(link.start(), clause.start())); i < clause.to() && tokens.end(i) <= link.end(); i++) {
            if (tokens.isAny(i, TAKEN)) {
                return true;
            }
        }
        return false;
    }

    /** "Through our [Support Center]", "in Heron's [help desk]": a link that is named as a place where people are served, and requests taken. */
    private static boolean toCenter(Clause clause, Link link) {
        Tokens tokens = clause.tokens();
        int first = tokens.firstFrom(Math.max(link.start(), clause.start()));
        int last = first;
        while (last + 1 < clause.to() && tokens.end(last + 1) <= link.end()) {
            last++;
        }
        return last < clause.to() && tokens.isAny(last, CENTERS) && clause.hasAny(OF_REQUESTS) && clause.hasWithin(PLACED, first - NEAR, first);
    }

    /** "Website: heron.example", "online at heron.example": what one is told to go to. */
    private static boolean labelled(Clause clause, int url) {
        Tokens tokens = clause.tokens();
        return url - 2 >= clause.from() && (tokens.is(url - 1, ':') && tokens.isAny(url - 2, SITE) || (tokens.is(url - 1, ':') || tokens.is(url - 1, "at"))
                && tokens.is(url - 2, "online"));
    }

    /** Whether the sentence before it is one on requests that the ways follow: "submit a request by:". */
    private static boolean asked(Clause clause, PolicyReading reading) {
        return clause.index() > 0 && RequestClauses.endsOpen(reading.clauses().get(clause.index() - 1)) && RequestClauses.triggers(reading.clauses().get(clause.index() - 1));
    }

    /** Whether a page's address says that requests are made there: "heron.example/privacy-request". */
    private static boolean takesRequests(String url) {
        String path = hasPath(url) ? url.substring(url.indexOf('/', url.indexOf("://") + 3)).toLowerCase(Locale.ROOT) : "";
        return REQUEST_PAGES.stream().anyMatch(path::contains);
    }

    /** Whether an address leads to a page, rather than to a site's front door. */
    private static boolean hasPath(String url) {
        int host = url.indexOf("://");
        int slash = url.indexOf('/', host < 0 ? 0 : host + 3);
        return slash > 0 && slash < url.length() - 1;
    }

    static List<Link> linksOf(Clause clause, PolicyReading reading) {
        List<Link> links = reading.document().links();
        int low = 0;
        int high = links.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (links.get(middle).start() < clause.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < links.size() && links.get(end).start() < clause.end()) {
            end++;
        }
        return links.subList(low, end);
    }

    /** Whether the account is where the consumer reviews, changes or deletes information, not what a request is checked against. */
    static boolean manages(Clause clause) {
        Tokens tokens = clause.tokens();
        boolean joined = false;
        boolean manages = clause.hasAny(Concept.RIGHT, Concept.RIGHT_WORD) || clause.has(Concept.REQUEST_TRIGGER)
                || clause.to() - clause.from() <= 30 && !clause.anyStatement(s -> s.actorStated() && s.actor() != Actor.CONSUMER && s.speech() == Speech.ASSERTION);
        for (int i = clause.from(); i < clause.to(); i++) {
            if (tokens.is(i, "verify") || tokens.is(i, "verification") || tokens.is(i, "device") || tokens.is(i, "android") || tokens.is(i, "ios")
                    || tokens.is(i, "authenticate")) {
                return false;
            }
            joined |= i > clause.from() && tokens.isAny(i - 1, JOINED) && (tokens.is(i, "to") || tokens.is(i, "with"));
        }
        // "Your choice is not linked to your account": where it does not reach.
        return manages && !(joined && clause.has(Concept.NEGATION));
    }
}
