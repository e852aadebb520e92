package coop.parasol.membership.treasury.payment;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.UUID;

/** What a bank sends. */
public final class BankFiles {

    private BankFiles() {}

    public static Response upload(String file) {
        return given().contentType("application/xml").body(file).post("/bank-statements");
    }

    public static String statement(String... entries) {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt>
                <GrpHdr><MsgId>%s</MsgId><CreDtTm>2026-11-24T18:00:00Z</CreDtTm></GrpHdr>
                <Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>%s</Stmt>
                </BkToCstmrStmt></Document>
                """.formatted(UUID.randomUUID(), String.join("", entries));
    }

    public static String paid(UUID payable, String amount, String reference) {
        return """
                <Ntry><Amt Ccy="INR">%s</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <NtryDtls><TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls>
                </Ntry>
                """.formatted(amount, reference, CreditTransferFile.id(payable));
    }

    /** A credit transfer that came back because the account is closed. */
    public static String returned(UUID payable, String amount, String reference) {
        return """
                <Ntry><Amt Ccy="INR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
                <BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>ICDT</Cd><SubFmlyCd>RRTN</SubFmlyCd></Fmly></Domn></BkTxCd>
                <NtryDtls><TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef><EndToEndId>%s</EndToEndId></Refs>
                <RtrInf><Rsn><Cd>AC04</Cd></Rsn><AddtlInf>Account closed</AddtlInf></RtrInf></TxDtls></NtryDtls></Ntry>
                """.formatted(amount, reference, CreditTransferFile.id(payable));
    }

    /** The bank takes its own entry back. */
    public static String reversed(UUID payable, String amount, String reference) {
        return """
                <Ntry><Amt Ccy="INR">%s</Amt><CdtDbtInd>CRDT</CdtDbtInd><RvslInd>true</RvslInd><Sts><Cd>BOOK</Cd></Sts>
                <NtryDtls><TxDtls><Refs><AcctSvcrRef>%s</AcctSvcrRef><EndToEndId>%s</EndToEndId></Refs></TxDtls></NtryDtls>
                </Ntry>
                """.formatted(amount, reference, CreditTransferFile.id(payable));
    }
}
