package dev.policyscan.document;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Goes through the XML of a part of a Word document. Names are told without their namespaces; no entity is resolved. */
final class DocxXml {
    private static final XMLInputFactory FACTORY = factory();
    private static final int DEEPEST = 2000;

    private final XMLStreamReader xml;
    private int depth;

    DocxXml(byte[] part) throws XMLStreamException {
        synchronized (FACTORY) {
            xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(part));
        }
    }

    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    /** Number of elements that are open. */
    int depth() {
        return depth;
    }

    /**
     * Goes on to the next beginning of an element within the one that was the {@code within}th to be opened.
     *
     * @return its name; null where that element ends
     */
    String next(int within) throws XMLStreamException {
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (++depth > DEEPEST) {
                        throw new XMLStreamException("nested too deep");
                    }
                    return xml.getLocalName();
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (--depth < within) {
                        return null;
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE -> throw new XMLStreamException("a document type has no place here");
                default -> { }
            }
        }
        return null;
    }

    /** Passes over the element that was just opened. */
    void skip() throws XMLStreamException {
        int within = depth;
        while (next(within) != null) {
            // What stands in it is of no interest.
        }
    }

    /** The text of the element that was just opened, which is then closed. */
    String text() throws XMLStreamException {
        StringBuilder out = new StringBuilder();
        int within = depth;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.SPACE || event == XMLStreamConstants.CDATA) {
                out.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT && --depth < within) {
                break;
            }
        }
        return out.toString();
    }

    /** An attribute of the element that was just opened; null where it has none of that name. */
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return null;
    }

    /** The attribute {@code val}; the empty string where there is none. */
    String value() {
        String value = attribute("val");
        return value == null ? "" : value;
    }

    /** Whether an element that stands for yes or no says yes: it does where it says nothing. */
    boolean on() {
        String value = attribute("val");
        return value == null || !(value.equals("0") || value.equals("false") || value.equals("off") || value.equals("none"));
    }

    /** A number; {@code otherwise} where it is none. */
    static int number(String value, int otherwise) {
        if (value == null || value.isEmpty() || value.length() > 9) {
            return otherwise;
        }
        int number = 0;
        int from = value.charAt(0) == '-' ? 1 : 0;
        for (int i = from; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < '0' || c > '9') {
                return otherwise;
            }
            number = 10 * number + c - '0';
        }
        return from == 1 ? -number : number;
    }
}
