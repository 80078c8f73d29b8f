package cl.observatory.gateway.allowance;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;

/** How much may be asked for, by class. An allowance is written such as {@code 600/minute 50000/day}. */
@ConfigMapping(prefix = "gateway.allowance")
public interface AllowanceConfig {

    /** Of each key, and of each member of staff. */
    Key key();

    /** Of all callers without a key together. */
    Pool pool();

    /** Of each network within the pool, a minute. */
    Prefix prefix();

    /** Which part of an allowance a replica spends at most while the store does not answer. */
    @WithDefault("0.25")
    @DecimalMin("0.01")
    @DecimalMax("1")
    BigDecimal localShare();

    /** How many networks are told apart at most; those seen last are. */
    @WithDefault("100000")
    @Min(1)
    int rememberedPrefixes();

    interface Key {

        @WithDefault("6000/minute 2000000/day")
        Allowance read();

        @WithDefault("120/minute 10000/day")
        Allowance export();

        @WithDefault("1200/minute 200000/day")
        Allowance write();

        @WithDefault("300/minute 20000/day")
        Allowance administration();
    }

    interface Pool {

        @WithDefault("60000/minute 20000000/day")
        Allowance read();

        @WithDefault("1200/minute 200000/day")
        Allowance export();

        @WithDefault("1200/minute 200000/day")
        Allowance write();

        @WithDefault("600/minute 50000/day")
        Allowance administration();
    }

    interface Prefix {

        @WithDefault("1200")
        @Min(1)
        int read();

        @WithDefault("60")
        @Min(1)
        int export();

        @WithDefault("60")
        @Min(1)
        int write();

        @WithDefault("60")
        @Min(1)
        int administration();
    }
}
