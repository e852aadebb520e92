package coop.parasol.portal.inspection;

import coop.parasol.portal.inspection.InspectionClient.UnitResult;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An inspection that was done unit by unit and signed by a typed name.
 *
 * @param inspectionId made on the auditor's phone, or of what was begun in the portal
 * @param signature the name as it was typed
 */
public record SignedFinding(
        UUID inspectionId,
        List<UnitResult> results,
        @Nullable String grade,
        @Nullable String remarks,
        @Nullable Map<String, UUID> instruments,
        @Nullable String measuredOn,
        String signature) {}
