package coop.parasol.acceptance.seeded.messaging;

import java.util.List;

/** Stands for the real one, in the seeded violations. */
public interface ReadModel {

    List<Class<?>> projections();
}
