package coop.parasol.membership.treasury.payment;

import coop.parasol.contracts.Money;
import coop.parasol.firm.Iban;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * A bank's statement, ISO 20022 camt.053 of any version. It comes from outside: document types, and with them entities, are
 * refused.
 *
 * @param account that it is about: its IBAN, or the number that the bank gives where that is none
 */
record BankStatementFile(String messageId, String account, List<Line> lines) {

    private static final String NAMESPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
    private static final int MAX_TEXT_LENGTH = 100;
    private static final String NO_DOCUMENT_TYPE = "http://apache.org/xml/features/disallow-doctype-decl";

    /**
     * One movement of money.
     *
     * @param endToEndId as the firm's transfer named it
     * @param amount absent if it cannot be read
     * @param booked not only announced
     * @param reason why it has come back, as far as the bank says
     */
    record Line(
            @Nullable String endToEndId,
            @Nullable Money amount,
            boolean booked,
            Direction direction,
            String bankReference,
            String reason) {}

    /** Which way the money has gone. */
    enum Direction {
        /** From the firm's account. */
        OUTGOING,
        /** Back to it, and the bank says that it is a return or a reversal of what had gone. */
        RETURNED,
        /** To the firm's account for another reason, or not said. */
        OTHER
    }

    /** The file is no camt.053 statement that can be read; the message says why. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        Unreadable(String why) {
            super(why);
        }
    }

    static BankStatementFile read(byte[] file) throws Unreadable {
        Element root;
        try {
            root = builder().parse(new ByteArrayInputStream(file)).getDocumentElement();
        } catch (SAXException | IOException e) {
            throw new Unreadable("It is no XML file as banks send it. Choose the file as the bank has made it.");
        }
        if (root.getNamespaceURI() == null || !root.getNamespaceURI().startsWith(NAMESPACE)) {
            throw new Unreadable("It is no camt.053 statement.");
        }
        Element message = child(root, "BkToCstmrStmt").orElseThrow(() -> new Unreadable("It holds no statement."));
        String messageId = text(message, "GrpHdr", "MsgId")
                .orElseThrow(() -> new Unreadable("Its message has no identification."));
        List<Line> lines = new ArrayList<>();
        String account = null;
        int entries = 0;
        for (Element statement : children(message, "Stmt")) {
            String of = account(statement).orElseThrow(() -> new Unreadable("It names no account."));
            if (account != null && !account.equals(of)) {
                throw new Unreadable("It is about several accounts.");
            }
            account = of;
            for (Element entry : children(statement, "Ntry")) {
                lines.addAll(lines(entry, "entry " + ++entries + " of " + messageId));
            }
        }
        if (account == null) {
            throw new Unreadable("It holds no statement.");
        }
        return new BankStatementFile(
                messageId.substring(0, Math.min(MAX_TEXT_LENGTH, messageId.length())), account, lines);
    }

    /** Some banks write the IBAN where other numbers of accounts stand. */
    private static Optional<String> account(Element statement) {
        return text(statement, "Acct", "Id", "IBAN")
                .or(() -> text(statement, "Acct", "Id", "Othr", "Id"))
                .map(number -> Iban.normalize(number).orElseGet(() -> shortened(number)));
    }

    /**
     * An entry of the bank's books holds one transfer, or many of a batch.
     *
     * @param place what it is called by if the bank gives it no reference: another entry is called otherwise
     */
    private static List<Line> lines(Element entry, String place) {
        String status = text(entry, "Sts", "Cd").or(() -> text(entry, "Sts")).orElse("");
        String reference =
                text(entry, "AcctSvcrRef").or(() -> text(entry, "NtryRef")).orElse(place);
        List<Element> transfers = children(entry, "NtryDtls").stream()
                .flatMap(details -> children(details, "TxDtls").stream())
                .toList();
        if (transfers.isEmpty()) {
            return List.of(new Line(
                    null,
                    child(entry, "Amt").flatMap(BankStatementFile::money).orElse(null),
                    status.equals("BOOK"),
                    direction(entry, entry),
                    shortened(reference),
                    reason(entry)));
        }
        return transfers.stream()
                .map(transfer -> new Line(
                        text(transfer, "Refs", "EndToEndId").orElse(null),
                        amount(entry, transfer, transfers.size() == 1).orElse(null),
                        status.equals("BOOK"),
                        direction(entry, transfer),
                        shortened(text(transfer, "Refs", "AcctSvcrRef").orElse(reference)),
                        reason(transfer)))
                .toList();
    }

    private static Optional<Money> amount(Element entry, Element transfer, boolean only) {
        Optional<Element> own = child(transfer, "Amt")
                .or(() -> child(transfer, "AmtDtls")
                        .flatMap(details -> child(details, "TxAmt"))
                        .flatMap(tx -> child(tx, "Amt")));
        return own.or(() -> only ? child(entry, "Amt") : Optional.empty()).flatMap(BankStatementFile::money);
    }

    /** A credit is a return only if the bank says so: anybody may put our end-to-end id on a transfer of its own. */
    private static Direction direction(Element entry, Element transfer) {
        String side =
                text(transfer, "CdtDbtInd").or(() -> text(entry, "CdtDbtInd")).orElse("");
        boolean reversed =
                text(entry, "RvslInd").filter(BankStatementFile::isTrue).isPresent()
                        || child(transfer, "RtrInf").isPresent();
        boolean returned = reversed || isReturn(transfer) || isReturn(entry);
        return switch (side) {
            case "DBIT" -> reversed ? Direction.OTHER : Direction.OUTGOING;
            case "CRDT" -> returned ? Direction.RETURNED : Direction.OTHER;
            default -> Direction.OTHER;
        };
    }

    private static boolean isTrue(String text) {
        return text.equals("true") || text.equals("1");
    }

    /** By its bank transaction code: payments, issued credit transfers, return. */
    private static boolean isReturn(Element of) {
        return text(of, "BkTxCd", "Domn", "Fmly", "SubFmlyCd")
                .filter("RRTN"::equals)
                .isPresent();
    }

    private static String reason(Element transfer) {
        String code = text(transfer, "RtrInf", "Rsn", "Cd")
                .or(() -> text(transfer, "RtrInf", "Rsn", "Prtry"))
                .orElse("no reason given");
        return shortened(text(transfer, "RtrInf", "AddtlInf")
                .map(words -> code + ", " + words)
                .orElse(code));
    }

    private static Optional<Money> money(Element amount) {
        try {
            return Optional.of(Money.of(amount.getTextContent().strip(), amount.getAttribute("Ccy")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String shortened(String reference) {
        return reference.substring(0, Math.min(MAX_TEXT_LENGTH, reference.length()));
    }

    private static Optional<String> text(Element from, String... path) {
        Optional<Element> here = Optional.of(from);
        for (String name : path) {
            here = here.flatMap(element -> child(element, name));
        }
        return here.map(element -> element.getTextContent().strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Element> child(Element of, String name) {
        return children(of, name).stream().findFirst();
    }

    private static List<Element> children(Element of, String name) {
        return IntStream.range(0, of.getChildNodes().getLength())
                .mapToObj(of.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE && name.equals(node.getLocalName()))
                .map(Element.class::cast)
                .toList();
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setExpandEntityReferences(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature(NO_DOCUMENT_TYPE, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            builder.setErrorHandler(new Quiet());
            return builder;
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Quiet implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            // a warning of the parser does not make the document unreadable
        }

        @Override
        public void error(SAXParseException e) throws SAXException {
            throw e;
        }

        @Override
        public void fatalError(SAXParseException e) throws SAXException {
            throw e;
        }
    }
}
