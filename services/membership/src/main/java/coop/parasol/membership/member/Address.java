package coop.parasol.membership.member;

import coop.parasol.web.CountryCode;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * A firm's postal address.
 *
 * @param country ISO 3166-1 alpha-2
 */
public record Address(
        @NotBlank @Size(max = 200) String street,
        @Nullable @Size(max = 20) String postalCode,
        @NotBlank @Size(max = 100) String city,
        @NotNull @CountryCode String country) {

    /** Absent if the member has named none. */
    public static @Nullable Address of(Member member) {
        return member.street == null || member.city == null || member.country == null
                ? null
                : new Address(member.street, member.postalCode, member.city, member.country);
    }

    /** Makes this the member's address. */
    public void applyTo(Member member) {
        member.street = street.strip();
        member.postalCode = postalCode == null ? null : postalCode.strip();
        member.city = city.strip();
        member.country = country;
    }
}
