package cl.observatory.ingest.table;

import cl.observatory.ingest.conflict.ConflictType;
import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxLazyException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.CharacterCodingException;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A part of a workbook as a stream of XML events. A document type is refused before it is read, so that there are no
 * entities, none from outside either; depth, attributes, names and texts are bounded.
 */
final class XmlEvents implements AutoCloseable {

    /** The parser keeps every name of a document that it has met. */
    private static final int MAX_NAMES = 5_000;

    private static final WstxInputFactory FACTORY = factory();

    private final Set<String> names = new HashSet<>();
    private final StringBuilder text = new StringBuilder();
    private final InputStream content;
    private final XMLStreamReader reader;
    private long line;

    XmlEvents(InputStream content) throws IOException {
        this.content = content;
        try {
            reader = FACTORY.createXMLStreamReader(content);
        } catch (XMLStreamException failed) {
            throw told(failed);
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, 100);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 1 << 16);
        factory.setXMLResolver((publicId, systemId, base, namespace) -> {
            throw new XMLStreamException("nothing outside of the document is read");
        });
        return factory;
    }

    /** Row of the sheet that damage is reported at from now on. */
    void at(long row) {
        line = row;
    }

    /**
     * Moves to the next beginning or end of an element, or a piece of text.
     *
     * @return false at the end of the document
     * @throws UnreadableFileException when the document is not well formed, or not of the kind that is read here
     */
    boolean next() throws IOException {
        try {
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamConstants.START_ELEMENT -> {
                        checkNames();
                        return true;
                    }
                    case XMLStreamConstants.END_ELEMENT,
                            XMLStreamConstants.CHARACTERS,
                            XMLStreamConstants.CDATA,
                            XMLStreamConstants.SPACE -> {
                        return true;
                    }
                    case XMLStreamConstants.DTD ->
                        throw new UnreadableFileException(ConflictType.FORBIDDEN_DTD, 0, null);
                    case XMLStreamConstants.ENTITY_REFERENCE -> throw damaged(null);
                    case XMLStreamConstants.PROCESSING_INSTRUCTION -> checkName(reader.getPITarget());
                    default -> {
                        // a comment, or the end of the document
                    }
                }
            }
            return false;
        } catch (XMLStreamException failed) {
            throw told(failed);
        }
    }

    boolean isStart() {
        return reader.isStartElement();
    }

    boolean isEnd() {
        return reader.isEndElement();
    }

    boolean isEndOf(String name) {
        return reader.isEndElement() && reader.getLocalName().equals(name);
    }

    /** Name of the element that begins or ends here, without its namespace. */
    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        return reader.getNamespaceURI();
    }

    /** An attribute by its name without namespace; null when there is none. */
    String attribute(String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return null;
    }

    /** All the text of the element that begins here, up to its end, except what is within certain elements. */
    String text(String without) throws IOException {
        text.setLength(0);
        int depth = 1;
        int left = 0;
        while (depth > 0) {
            if (!next()) {
                throw damaged(null);
            }
            if (isStart()) {
                depth++;
                left += name().equals(without) ? 1 : 0;
            } else if (isEnd()) {
                depth--;
                left -= name().equals(without) ? 1 : 0;
            } else if (left == 0) {
                appendPiece();
                if (text.length() > RowCells.MAX_CHARACTERS) {
                    throw new UnreadableFileException(ConflictType.LINE_TOO_LONG, line, null);
                }
            }
        }
        return text.toString();
    }

    private void appendPiece() throws IOException {
        try {
            text.append(reader.getTextCharacters(), reader.getTextStart(), reader.getTextLength());
        } catch (WstxLazyException failed) {
            // a piece of text is looked at only when it is asked for, so that comments need no memory
            if (failed.getCause() instanceof XMLStreamException cause) {
                throw told(cause);
            }
            throw damaged(failed);
        }
    }

    /** Passes over the element that begins here. */
    void skip() throws IOException {
        int depth = 1;
        while (depth > 0) {
            if (!next()) {
                throw damaged(null);
            }
            depth += isStart() ? 1 : isEnd() ? -1 : 0;
        }
    }

    /** Reads what is left, so that a document that stops or is damaged behind what is of interest is found out. */
    void drain() throws IOException {
        boolean more = next();
        while (more) {
            more = next();
        }
        content.transferTo(OutputStream.nullOutputStream());
    }

    private void checkNames() {
        checkName(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            checkName(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            checkName(reader.getNamespacePrefix(i));
        }
    }

    private void checkName(String name) {
        if (name != null && names.add(name) && names.size() > MAX_NAMES) {
            throw damaged(null);
        }
    }

    UnreadableFileException damaged(Throwable cause) {
        return new UnreadableFileException(ConflictType.DAMAGED_WORKBOOK, line, cause);
    }

    /** What is wrong with the document is told apart from what is wrong with the stream that it comes from. */
    private IOException told(XMLStreamException failed) {
        if (failed.getCause() instanceof IOException broken
                && !(broken instanceof CharConversionException
                        || broken instanceof CharacterCodingException
                        || broken instanceof UnsupportedEncodingException)) {
            return broken;
        }
        throw damaged(failed);
    }

    @Override
    public void close() throws IOException {
        try (content) {
            reader.close();
        } catch (XMLStreamException failed) {
            throw told(failed);
        }
    }
}
