package cl.observatory.query.parquet;

import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DecimalType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/**
 * A column of a file.
 *
 * @param isText a text in every row, or else a number that can be missing
 * @param decimals that the whole numbers stand for; with none the column is of integers
 */
public record ParquetColumn(String name, boolean isText, int decimals) {

    /** Digits of a decimal number that 64 bits always hold. */
    private static final int DIGITS = 18;

    public static ParquetColumn ofTexts(String name) {
        return new ParquetColumn(name, true, 0);
    }

    public static ParquetColumn ofNumbers(String name, int decimals) {
        return new ParquetColumn(name, false, decimals);
    }

    /** As what encodes columns has it. */
    PrimitiveType type() {
        if (isText) {
            return Types.required(PrimitiveTypeName.BINARY)
                    .as(LogicalTypeAnnotation.stringType())
                    .named(name);
        }
        return decimals == 0
                ? Types.optional(PrimitiveTypeName.INT64).named(name)
                : Types.optional(PrimitiveTypeName.INT64)
                        .as(LogicalTypeAnnotation.decimalType(decimals, DIGITS))
                        .named(name);
    }

    /** As the end of the file has it. */
    SchemaElement element() {
        SchemaElement element = new SchemaElement(name);
        if (isText) {
            return element.setType(Type.BYTE_ARRAY)
                    .setRepetition_type(FieldRepetitionType.REQUIRED)
                    .setConverted_type(ConvertedType.UTF8)
                    .setLogicalType(LogicalType.STRING(new StringType()));
        }
        element.setType(Type.INT64).setRepetition_type(FieldRepetitionType.OPTIONAL);
        return decimals == 0
                ? element
                : element.setConverted_type(ConvertedType.DECIMAL)
                        .setScale(decimals)
                        .setPrecision(DIGITS)
                        .setLogicalType(LogicalType.DECIMAL(new DecimalType(decimals, DIGITS)));
    }
}
