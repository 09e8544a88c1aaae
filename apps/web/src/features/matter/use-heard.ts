import { listMatters } from '@zhengyou/domain/matter/matter.contract.ts';
import { useCall } from '../../app/queries.ts';

/** What was said to this leader and waits for their word; asked for once, wherever it is counted or shown. */
export const useHeard = () => useCall(listMatters, { query: { view: 'waitsOnMe', limit: 20 } });
