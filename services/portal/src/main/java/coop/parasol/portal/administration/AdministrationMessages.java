package coop.parasol.portal.administration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the administrator's pages. */
@MessageBundle("administration")
public interface AdministrationMessages {

    @Message("Parked event")
    String parkedEvent();

    @Message("Service")
    String service();

    @Message("Of")
    String of();

    @Message("Topic")
    String topic();

    @Message("Attempts")
    String attempts();

    @Message("Reason")
    String reason();

    @Message("Parked")
    String parked();

    @Message("Handle it and those behind it again")
    String handleItAndThose();

    @Message("What fails again stays parked.")
    String whatFailsAgainStays();

    @Message("Content")
    String content();

    @Message("Events that could not be handled")
    String eventsThatCouldNot();

    @Message("An event that failed is parked, with those of the same thing that wait behind it. When its "
            + "cause is gone, handle them again.")
    String anEventThatFailed();

    @Message("Nothing is parked.")
    String nothingIsParked();

    @Message("Event")
    String event();

    @Message("More of {service}")
    String moreOfService(String service);

    @Message("How the services are")
    String howTheServicesAre();

    @Message("What is not well is told to whoever runs Parasol. Nothing is decided here.")
    String whatIsNotWell();

    @Message("State")
    String state();

    @Message("What is not well")
    String whatIsNotWell18();

    @Message("Events not sent yet")
    String eventsNotSentYet();

    @Message("The oldest waits, in seconds")
    String theOldestWaitsIn();

    @Message("Events handled")
    String eventsHandled();

    @Message("Events behind")
    String eventsBehind();

    @Message("Parked events")
    String parkedEvents();

    @Message("at {service}")
    String atService(String service);

    @Message("A dash means that the service does not say.")
    String aDashMeansThat();

    @Message("Handled again")
    String handledAgain();

    @Message("{#if count == '1'}{count} event was handled.{#else}{count} events were handled.{/if}")
    String countEventsWereHandled(String count);

    @Message("The next one failed again:")
    String theNextOneFailed();

    @Message("Back to the parked events")
    String backToTheParked();

    @Message("Administrator")
    String administrator();

    @Message("Services")
    String services();

    @Message("All services are well.")
    String allServicesAreWell();

    @Message("Services that are not well, or do not answer.")
    String servicesThatAreNot();

    @Message("Events that could not be handled. Handle them again when the cause is gone.")
    String eventsToHandleAgain();

    @Message("Events under way")
    String eventsUnderWay();

    @Message(
            "not sent yet by a service, or not yet read by another. A number that only grows says that something is stuck.")
    String notSentOrNotRead();

    @Message("See the parked events of {service}")
    String parkedEventsOf(String service);

    @Message("What was done")
    String whatWasDone();

    @Message("Who has handled parked events again, made a new signing key, or given a command at the machine "
            + "(operator: and the account there).")
    String whoHasDone();

    @Message("Act")
    String act();

    @Message("Any act")
    String anyAct();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("When")
    String when();

    @Message("Who")
    String who();

    @Message("Nothing was done, as far as is asked for.")
    String nothingWasDone();
}
