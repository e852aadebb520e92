package coop.parasol.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Who drafted something does not approve it. */
class SecondPersonTest {

    @Test
    void another_person_may_take_the_second_step() {
        assertThat(SecondPerson.refusal("priya", "pavan")).isEmpty();
    }

    @Test
    void the_same_person_may_not() {
        assertThat(SecondPerson.refusal("priya", "priya")).containsInstanceOf(Refusal.Forbidden.class);
    }
}
