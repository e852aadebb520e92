package coop.parasol.quality.inspection.rules;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What an auditor found at one unit.
 *
 * @param unit its number in the lot
 * @param measurements of variables, by characteristic, in the standard's unit; the service judges them by the limits
 * @param defects of attributes, by characteristic: how often, at least once
 */
public record UnitResult(long unit, Map<String, BigDecimal> measurements, Map<String, Integer> defects) {}
