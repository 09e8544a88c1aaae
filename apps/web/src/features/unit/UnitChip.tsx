import { listUnits } from '@zhengyou/domain/unit/unit.contract.ts';
import { useCall } from '../../app/queries.ts';
import { SelectChip } from '../../kit/Chip.tsx';

type UnitChipProps = {
  readonly label: string;
  readonly all: string;
  readonly value: string;
  readonly onChange: (unitId: string) => void;
};

/** A filter by unit, of those within reach; whoever has one only needs no filter. */
export function UnitChip({ label, all, value, onChange }: UnitChipProps) {
  const units = useCall(listUnits, {});
  const options = (units.data?.items ?? [])
    .filter((unit) => unit.withinReach)
    .map((unit) => ({ value: unit.id as string, label: unit.name }));
  if (options.length < 2) return null;
  return <SelectChip label={label} all={all} value={value} options={options} onChange={onChange} />;
}
