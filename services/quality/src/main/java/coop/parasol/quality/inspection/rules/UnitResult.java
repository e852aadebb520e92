package coop.parasol.quality.inspection.rules;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What an auditor found at one unit of the sample.
 *
 * @param unit its number in the lot
 * @param measurements values of variables, by characteristic, in the standard's unit; judged by the standard's limits
 * @param defects of attributes, by characteristic: how often, at least once
 */
public record UnitResult(long unit, Map<String, BigDecimal> measurements, Map<String, Integer> defects) {}
