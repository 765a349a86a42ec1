import type { Document, DocumentOf, DocumentType } from '../model/document.ts';

/** The document type that a channel or pattern names: `SWM.../RESULT` -> `RESULT`; all types when it names none. */
export type TypeIn<Pattern extends string> = string extends Pattern
  ? DocumentType
  : Pattern extends `${string}/${infer Type}/${string}`
    ? TypesLike<Type>
    : Pattern extends `${string}/${infer Type}`
      ? TypesLike<Type>
      : DocumentType;

/** What a part of a pattern stands for; nothing, and so a complaint of the compiler, when there is no such type. */
type TypesLike<Part extends string> = Part extends `${infer Start}*`
  ? Extract<DocumentType, `${Start}${string}`>
  : Extract<DocumentType, Part>;

/** Nothing to add to a pattern, or what makes it impossible: no document has the type that it names. */
export type WithKnownType<Pattern extends string> = [TypeIn<Pattern>] extends [never]
  ? 'no document has this type'
  : unknown;

/** The documents that a pattern brings. */
export type DocumentUnder<Pattern extends string> = OfType<TypeIn<Pattern>>;

/** Of each type the document with its rows; of no type in particular, the document as it is. */
type OfType<Type extends DocumentType> = DocumentType extends Type
  ? Document
  : Type extends DocumentType
    ? DocumentOf<Type>
    : never;
