package coop.parasol.portal.quality;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Words of the quality desk's first page and of its registers. */
@MessageBundle("quality")
interface QualityMessages {

    @Message("Auditor")
    String auditor();

    @Message("Number")
    String number();

    @Message("The number that the person’s account has as auditor")
    String theNumberThatThe();

    @Message("Name")
    String name();

    @Message("Producers in which the auditor has an interest")
    String producersInWhichThe();

    @Message("One number a line. The auditor inspects no batch of them.")
    String oneNumberALine();

    @Message("Save")
    String save();

    @Message("All auditors")
    String allAuditors();

    @Message("Auditors")
    String auditors();

    @Message("Register an auditor")
    String registerAnAuditor();

    @Message("No auditor is registered. Register one, so that batches can be inspected.")
    String noAuditorIsRegistered();

    @Message("Producers of interest")
    String producersOfInterest();

    @Message("Measuring instruments")
    String measuringInstruments();

    @Message("No instrument is registered yet. Register one below.")
    String noInstrumentIsRegistered();

    @Message("Instrument")
    String instrument();

    @Message("Serial number")
    String serialNumber();

    @Message("Today")
    String today();

    @Message("Calibrations")
    String calibrations();

    @Message("usable")
    String usable();

    @Message("not calibrated")
    String notCalibrated();

    @Message("{from} to {to}, {paper}")
    String to(String from, String to, String paper);

    @Message("Record a calibration")
    String recordACalibration();

    @Message("Which instrument")
    String whichInstrument();

    @Message("Calibrated on")
    String calibratedOn();

    @Message("Valid through")
    String validThrough();

    @Message("Number of the calibration certificate")
    String numberOfTheCalibration();

    @Message("Record the calibration")
    String recordTheCalibration();

    @Message("Register an instrument")
    String registerAnInstrument();

    @Message("Register the instrument")
    String registerTheInstrument();

    @Message("Keys that sign certificates")
    String keysThatSignCertificates();

    @Message("Certificates are signed with the key {kid} now.")
    String certificatesAreSignedWith(String kid);

    @Message("Key")
    String key();

    @Message("Kind")
    String kind();

    @Message("Sign with a new key")
    String signWithANew();

    @Message("An administrator makes a new key, for example when one may have been stolen.")
    String anAdministratorMakesA();

    @Message("Registers")
    String registers();

    @Message("Certificates")
    String certificates();

    @Message("Certificate of this number")
    String certificateOfThisNumber();

    @Message("Auditors and their interests")
    String auditorsAndTheirInterests();

    @Message("Measuring instruments and calibrations")
    String measuringInstrumentsAndCalibrations();

    @Message("Sampling plans and what they let through")
    String samplingPlansAndWhat();

    @Message("Quality of a producer")
    String qualityOfAProducer();

    @Message("Show")
    String show();

    @Message("Quality")
    String quality();

    @Message("Lots without an auditor")
    String lotsWithoutAnAuditor();

    @Message("Their sample is drawn and nobody has claimed them.")
    String theirSampleIsDrawn();

    @Message("Inspections to close")
    String inspectionsToClose();

    @Message("All required inspections are there; another auditor still has a draft.")
    String allRequiredInspectionsAre();

    @Message("Open complaints")
    String openComplaints();

    @Message("Partners wait for an answer.")
    String partnersWaitForAn();

    @Message("Corrective actions to accept")
    String correctiveActionsToAccept();

    @Message("Producers have said what they change.")
    String producersHaveSaidWhat();

    @Message("Corrective actions to verify")
    String correctiveActionsToVerify();

    @Message("Producers have proven that it is done.")
    String producersHaveProvenThat();

    @Message("Recalls to approve")
    String recallsToApprove();

    @Message("Proposed; a second person decides.")
    String proposedASecondPerson();

    @Message("Releases to approve")
    String releasesToApprove();

    @Message("Rejected lots that are to be sold under a concession; a second person decides.")
    String rejectedLotsThatAre();

    @Message("Standards to publish")
    String standardsToPublish();

    @Message("Drafts; a second person publishes them.")
    String draftsASecondPerson();

    @Message("Batches")
    String batches();

    @Message("Standards")
    String standards();

    @Message("Recalls")
    String recalls();

    @Message("Complaints")
    String complaints();

    @Message("Corrective actions")
    String correctiveActions();

    @Message("Releases")
    String releases();

    @Message("Type the number that the person’s account has as auditor.")
    String typeTheNumberThat();

    @Message("An auditor has this number already; change that one instead.")
    String anAuditorHasThis();

    @Message(
            "Certificates are signed with a new key from now on. The old keys stay published, so that old certificates can still be verified. It cannot be undone.")
    String certificatesAreSignedWithANew();

    @Message("Make the key")
    String makeTheKey();

    @Message("The producer’s name, or a part of it")
    String itsNameOrPart();

    @Message("No producer has this name. Type a part of it, or choose from the list.")
    String noProducerHasThisName();

    @Message("Several producers have this in their names: {names}. Type the whole name.")
    String severalProducersHaveThisName(String names);

    @Message("Producers")
    String producers();
}
