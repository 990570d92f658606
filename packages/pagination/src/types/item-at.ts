/**
 * The type of the records that a JSON Pointer leads to in a body: `ItemAt<Body, "/usage_records">`. Null and undefined on
 * the way are passed over; `never` where the pointer leads to no array. `""` is the body itself.
 */
export type ItemAt<Body, Pointer extends string> = ElementOf<Resolve<Body, Pointer>>;

type Resolve<Value, Pointer extends string> = Pointer extends ""
  ? Value
  : Pointer extends `/${infer Key}/${infer Rest}`
    ? Resolve<Member<Value, Unescape<Key>>, `/${Rest}`>
    : Pointer extends `/${infer Key}`
      ? Member<Value, Unescape<Key>>
      : never;

/** Distributes, so that a union of bodies gives the union of their records. */
type Member<Value, Key extends string> = Value extends unknown
  ? Key extends keyof Value
    ? NonNullable<Value[Key]>
    : never
  : never;

type ElementOf<Value> = Value extends readonly (infer Item)[] ? Item : never;

/** RFC 6901: `~1` is a slash, `~0` a tilde, decoded in this order. */
type Unescape<Key extends string> = ReplaceAll<ReplaceAll<Key, "~1", "/">, "~0", "~">;

type ReplaceAll<
  Text extends string,
  From extends string,
  To extends string,
> = Text extends `${infer Head}${From}${infer Tail}` ? `${Head}${To}${ReplaceAll<Tail, From, To>}` : Text;
