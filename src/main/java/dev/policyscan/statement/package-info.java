/** The grammar: clauses with what introduces them, and what each asserts of whom. */
package dev.policyscan.statement;
