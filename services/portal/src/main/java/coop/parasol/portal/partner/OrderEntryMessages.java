package coop.parasol.portal.partner;

import coop.parasol.contracts.Money;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of placing an order. */
@MessageBundle("ordering")
interface OrderEntryMessages {

    @Message("Your own order number")
    String reference();

    @Message("It names this order for ever, on our papers too; no other order of yours can have it.")
    String referenceHint();

    @Message("Lines")
    String lines();

    @Message("Leave the grade empty for the best one. Rows that are empty are left out.")
    String linesHint();

    @Message("Product of line {number}")
    String productOfLine(int number);

    @Message("Grade of line {number}")
    String gradeOfLine(int number);

    @Message("Quantity of line {number}")
    String quantityOfLine(int number);

    @Message("More rows")
    String moreRows();

    @Message("Paste from a spreadsheet")
    String paste();

    @Message(
            "One line for each product: product, grade, quantity and, if you like, the unit. Between them stand tabs, semicolons or commas, as spreadsheets copy them. A line of headings does no harm.")
    String pasteHint();

    @Message("Or choose a CSV file with the same columns")
    String file();

    @Message("Read into the rows")
    String readIn();

    @Message("Lines read: {count}. Look at them, then go on.")
    String linesRead(int count);

    @Message(
            "Lines that could not be read: {count}. They are left in the box: correct or delete them, and read them again.")
    String linesNotRead(int count);

    @Message("Check the order")
    String check();

    @Message("Enter your own order number.")
    String referenceMissing();

    @Message("Enter at least one line.")
    String linesMissing();

    @Message("Line {line}: there is no product {product} in the catalogue.")
    String noSuchProduct(int line, String product);

    @Message("Line {line}: there is no grade {grade}; this product has {grades}.")
    String noSuchGrade(int line, String grade, String grades);

    @Message(
            "Line {line}: “{typed}” is no quantity. Write digits, with a point before decimals, such as 12.5; pieces are whole.")
    String noQuantity(int line, String typed);

    @Message("Line {line}: the unit is {typed}, but this product is counted in {unit}.")
    String otherUnit(int line, String typed, String unit);

    @Message("Check your order")
    String checkOrder();

    @Message("Nothing is ordered yet.")
    String nothingOrderedYet();

    @Message("Total of the lines that have a price")
    String partTotal();

    @Message("more than is available: the rest is back-ordered")
    String moreThanAvailable();

    @Message("An order with a line that has no price is refused as a whole.")
    String noPriceRefused();

    @Message("Prices and goods are those of this moment; they are fixed when you place the order.")
    String momentary();

    @Message("Until it is dispatched you may cancel it on its page.")
    String undo();

    @Message("Place the order")
    String place();

    @Message("Change something")
    String change();

    @Message("The file is empty: nothing was read from it.")
    String fileEmpty();

    @Message("The file has more than 1 MB: nothing was read from it. Send its lines in several files.")
    String fileTooLarge();

    @Message(
            "This is a workbook (such as .xlsx), and nothing was read from it. In the spreadsheet choose “Save as”, type “CSV (UTF-8)”.")
    String fileIsWorkbook();

    @Message("The file is “Unicode text” (UTF-16) or no text, and nothing was read from it. Save it as “CSV (UTF-8)”.")
    String fileIsUtf16();

    @Message(
            "Some characters of the file could not be read and stand as a question mark in the rows. Correct them, or save the file as “CSV (UTF-8)” and read it again.")
    String fileNotUtf8();

    @Message("You have order {reference} already. Choose another order number.")
    String referenceUsed(String reference);

    @Message("See order {reference}")
    String seeThatOrder(String reference);

    @Message("This order goes beyond your credit limit")
    String beyondCredit();

    @Message(
            "{total.text} and the {exposure.text} that is open already are more than {limit.text}. If you place it now it is refused, and its order number is spent. Order less, or pay what is open first.")
    String beyondCreditWhat(Money total, Money exposure, Money limit);

    @Message("Line {line}: enter a product.")
    String productMissing(int line);

    @Message(
            "An order has at most {most} lines. Lines left over: {count}. They are in the box: place them as another order.")
    String tooManyLines(int most, int count);
}
