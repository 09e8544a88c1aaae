export function MarksPage() {
  return <main className="main" />;
}
