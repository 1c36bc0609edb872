package dev.policyscan.facts;

/** A way to exercise the rights, or to ask about privacy where no such way is named. */
public enum RequestMethod implements Term {
    /** An e-mail address. */
    EMAIL,
    /** A telephone number. */
    PHONE,
    /** A form, link, portal or page on the web. */
    WEB_FORM,
    /** A postal address. */
    MAIL,
    /** Settings in the user's account. */
    ACCOUNT
}
