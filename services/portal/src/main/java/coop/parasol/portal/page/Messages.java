package coop.parasol.portal.page;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words that every page has. */
@MessageBundle
public interface Messages {

    @Message("State")
    String state();

    @Message("any")
    String anyState();

    @Message("Show")
    String showFiltered();

    @Message("Parasol")
    String site();

    @Message("Skip to the content")
    String skipToContent();

    @Message("Sign in")
    String signIn();

    @Message("Sign out")
    String signOut();

    @Message("Main navigation")
    String mainNavigation();

    @Message("Check a certificate")
    String checkCertificate();

    @Message("Catalogue")
    String catalogue();

    @Message("Apply for membership")
    String applyForMembership();

    @Message("Help")
    String help();

    @Message("Language")
    String language();

    @Message("Your session has ended")
    String sessionEnded();

    @Message("This order has changed; you see how it is now.")
    String liveOrder();

    @Message("Your orders have changed; you see how they are now.")
    String liveOrders();

    @Message("This lot has changed; you see how it is now.")
    String liveBatch();

    @Message("Your lots have changed; you see how they are now.")
    String liveBatches();

    @Message("The list of lots to inspect has changed; you see how it is now.")
    String liveInspections();

    @Message("This exit has changed; you see how it is now.")
    String liveExit();

    @Message("Exits have changed; you see how they are now.")
    String liveExits();

    @Message("What waits for you has changed; you see how it is now.")
    String liveHome();

    @Message("Your money has changed; you see how it is now.")
    String liveMoney();

    @Message("Nothing was sent yet, and what you typed is kept on this page.")
    String sessionEndedKept();

    @Message("Sign in again, in a new window")
    String signInInNewWindow();

    @Message("Come back to this page and send the form again.")
    String thenSendAgain();

    @Message("Send again")
    String sendAgain();

    @Message("Files have to be chosen again: go back to the form if it had any.")
    String filesChosenAgain();

    @Message(
            "You have been signed out: in another window or on another device, because you had not done anything for an"
                    + " hour, or because ten hours have passed since you signed in.")
    String sessionEndedWhat();

    @Message("Somebody else filled in this form")
    String formOfAnother();

    @Message(
            "Another person was signed in when this form was filled in. Nothing was sent. Whoever filled it in signs in and fills it in"
                    + " again.")
    String formOfAnotherWhat();

    @Message("You could not be signed in")
    String signInFailed();

    @Message("The sign-in was not finished, took too long, or was begun in another browser. Try again.")
    String signInFailedWhat();

    @Message("You are signed in again")
    String signedInAgain();

    @Message("Close this window, and press “Send again” in the one before.")
    String signedInAgainWhat();

    @Message("To the first page")
    String toFirstPage();

    @Message("There is a problem")
    String thereIsAProblem();

    @Message("optional")
    String optional();

    @Message("This part cannot be shown.")
    String partMissing();

    @Message("Pages")
    String pages();

    @Message("Next page")
    String nextPage();

    @Message("Page not found")
    String notFound();

    @Message("There is no such page, or it is not yours to see.")
    String notFoundWhat();

    @Message("The form could not be taken: it was opened before you signed in, or your browser keeps no cookies of this"
            + " site. Go back, copy what you have typed, open the page again and send it once more.")
    String formNotTaken();

    @Message("{defectClass}: {found} nonconforming of {sampleSize} inspected units; at most {accepted} accepted.")
    String rejectedByUnits(String defectClass, int found, int sampleSize, int accepted);

    @Message("{defectClass}: {found} defects in {sampleSize} inspected units; at most {accepted} accepted.")
    String rejectedByDefects(String defectClass, int found, int sampleSize, int accepted);

    @Message("Something went wrong")
    String failed();

    @Message("The portal could not make this page. It was recorded; try again, and tell whoever runs Parasol if it"
            + " stays.")
    String failedWhat();

    @Message("{#if number == 1l}{number} day{#else}{number} days{/if}")
    String days(long number);

    @Message("{#if number == 1l}{number} month{#else}{number} months{/if}")
    String months(long number);

    @Message("{#if number == 1l}{number} minute{#else}{number} minutes{/if}")
    String minutes(long number);
}
